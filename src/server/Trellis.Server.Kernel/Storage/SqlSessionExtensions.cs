namespace Trellis.Server.Kernel.Storage;

/// <summary>Short forms of common queries.</summary>
public static class SqlSessionExtensions
{
    /// <summary>Runs a query that answers one integer, such as a count; <see langword="null"/> when there is no row or the value is null.</summary>
    public static ValueTask<long?> QueryIntegerAsync(this ISqlSession session, SqlStatement statement) =>
        session.QueryFirstOrDefaultAsync(statement, static row => row.IntegerOrNull(0));

    /// <summary>Runs a query that answers one text; <see langword="null"/> when there is no row or the value is null.</summary>
    public static ValueTask<string?> QueryTextAsync(this ISqlSession session, SqlStatement statement) =>
        session.QueryFirstOrDefaultAsync(statement, static row => row.TextOrNull(0));

    /// <summary>Whether a query has any row.</summary>
    public static ValueTask<bool> ExistsAsync(this ISqlSession session, SqlStatement statement) =>
        session.QueryFirstOrDefaultAsync(statement, static _ => true);

    /// <summary>Runs a statement and says whether it changed a row: the form of a claim such as <c>UPDATE … WHERE state = 'open'</c>.</summary>
    public static async ValueTask<bool> TryExecuteAsync(this ISqlSession session, SqlStatement statement) =>
        await session.ExecuteAsync(statement).ConfigureAwait(false) > 0;
}
