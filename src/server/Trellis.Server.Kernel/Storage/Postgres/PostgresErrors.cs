using Npgsql;

namespace Trellis.Server.Kernel.Storage.Postgres;

/// <summary>
/// Turns PostgreSQL's error codes (https://www.postgresql.org/docs/current/errcodes-appendix.html) into the store's exception.
/// </summary>
internal static class PostgresErrors
{
    public static StoreException Translate(NpgsqlException error) => error is PostgresException reported
        ? new StoreException($"PostgreSQL failed with code {reported.SqlState}: {reported.MessageText}", reported) { Failure = FailureOf(reported) }
        : new StoreException($"PostgreSQL cannot be reached: {error.Message}", error) { Failure = StoreFailure.Unavailable };

    /// <summary>
    /// The failure of a commit. A reported error means that the server undid the transaction; anything else, a connection that the server
    /// ended among it, may have come after the commit was carried out.
    /// </summary>
    public static StoreException TranslateCommit(NpgsqlException error) => error is PostgresException { InvariantSeverity: "ERROR" }
        ? Translate(error)
        : new StoreException(
            "The connection to PostgreSQL broke during a commit, so it is not known whether the write was kept. Read before writing it again.",
            error)
        {
            Failure = StoreFailure.OutcomeUnknown,
        };

    /// <summary>
    /// Whether the same call may well succeed at once: a conflict with another transaction or a broken connection, but not a timeout, which
    /// has used up the caller's patience already, and never where the first call may have been carried out.
    /// </summary>
    public static bool IsRepeatable(StoreException failure) =>
        failure is { Failure: not StoreFailure.OutcomeUnknown, InnerException: NpgsqlException { IsTransient: true, InnerException: not TimeoutException } };

    private static StoreFailure FailureOf(PostgresException error) => error switch
    {
        { SqlState: ['2', '3', ..] } => StoreFailure.Constraint,
        { IsTransient: true } => StoreFailure.Unavailable,
        _ => StoreFailure.Engine,
    };
}
