using System.Collections.Concurrent;
using System.Net.Sockets;
using Npgsql;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Database.Postgres;

/// <summary>
/// A schema per project in the database of the store, and a role without a login that has nothing but it. The store's user must be allowed to make
/// schemas and roles.
/// </summary>
internal sealed class PostgresProjectDatabases : IProjectDatabases
{
    // Shared by all servers on a database, so that one of them makes a project's schema and the others find it.
    private const long SchemaLock = 0x7472_656c_6c69_7361;

    private const string Describe =
        """
        SELECT c.relname, c.relkind IN ('v', 'm'), a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
               EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey))
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v', 'm')
        ORDER BY c.relname, a.attnum
        """;

    private readonly NpgsqlDataSource _source;
    private readonly DatabaseOptions _options;
    private readonly ConcurrentDictionary<string, Task> _schemas = new(StringComparer.Ordinal);

    public PostgresProjectDatabases(string connectionString, DatabaseOptions options)
    {
        _options = options;
        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "trellis-projects",
            MaxPoolSize = 16,
            MaxAutoPrepare = 0,
            IncludeErrorDetail = false,
            PersistSecurityInfo = false,
        });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SqlOutcome>> RunAsync(
        string projectId, IReadOnlyList<SqlRequest> requests, SqlRules rules, CancellationToken cancellationToken)
    {
        try
        {
            await EnsureSchemaAsync(projectId);
            await using var connection = await _source.OpenConnectionAsync(cancellationToken);
            return await RunAsync(connection, Name(projectId), requests, rules, cancellationToken);
        }
        catch (Exception error) when (error is NpgsqlException or SocketException or TimeoutException)
        {
            throw Unusable(error);
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SqlColumn>> DescribeAsync(string projectId, CancellationToken cancellationToken)
    {
        try
        {
            await EnsureSchemaAsync(projectId);
            await using var command = _source.CreateCommand(Describe);
            command.Parameters.Add(new NpgsqlParameter { Value = Name(projectId) });
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            var columns = new List<SqlColumn>();
            while (await reader.ReadAsync(cancellationToken))
            {
                columns.Add(new SqlColumn(
                    reader.GetString(0), reader.GetBoolean(1), reader.GetString(2), reader.GetString(3), reader.GetBoolean(4), reader.GetBoolean(5)));
            }

            return columns;
        }
        catch (Exception error) when (error is NpgsqlException or SocketException or TimeoutException)
        {
            throw Unusable(error);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();

    // The id is made by the server: letters, digits and an underscore, and short enough for a name of PostgreSQL.
    private static string Name(string projectId) => $"aerostack_{projectId}";

    private static StoreException Unusable(Exception error) => new($"PostgreSQL failed on a project's database: {error.Message}", error)
    {
        Failure = error is PostgresException ? StoreFailure.Engine : StoreFailure.Unavailable,
    };

    private async Task EnsureSchemaAsync(string projectId)
    {
        var making = _schemas.GetOrAdd(projectId, MakeSchemaAsync);
        try
        {
            await making;
        }
        catch
        {
            _schemas.TryRemove(KeyValuePair.Create(projectId, making));
            throw;
        }
    }

    private async Task MakeSchemaAsync(string projectId)
    {
        var name = Name(projectId);
        await using var connection = await _source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({SchemaLock})");
        await ExecuteAsync(
            connection,
            $"""
            DO $$ BEGIN
                IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN
                    CREATE ROLE "{name}" NOLOGIN;
                    GRANT "{name}" TO CURRENT_USER;
                END IF;
                CREATE SCHEMA IF NOT EXISTS "{name}";
                GRANT USAGE, CREATE ON SCHEMA "{name}" TO "{name}";
            END $$
            """);
        await transaction.CommitAsync();
    }

    private async Task<IReadOnlyList<SqlOutcome>> RunAsync(
        NpgsqlConnection connection, string name, IReadOnlyList<SqlRequest> requests, SqlRules rules, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(
            connection,
            $"""
            {(rules.IsReadOnly ? "SET TRANSACTION READ ONLY;" : "")}
            SET LOCAL statement_timeout = {(long)_options.StatementTimeout.TotalMilliseconds};
            SET LOCAL standard_conforming_strings = on;
            SET LOCAL DateStyle = 'ISO';
            SET LOCAL bytea_output = 'hex';
            SET LOCAL search_path = "{name}";
            SET LOCAL ROLE "{name}"
            """);
        var outcomes = new List<SqlOutcome>();
        foreach (var request in requests)
        {
            var outcome = await TryAsync(connection, request, rules, cancellationToken);
            outcomes.Add(outcome);
            if (rules.IsAtomic && outcome.Failure is not null)
                return outcomes;
        }

        try
        {
            await transaction.CommitAsync(CancellationToken.None);
            return outcomes;
        }
        catch (PostgresException error)
        {
            // A constraint that is checked at the end: then nothing counts.
            return [.. requests.Select(_ => SqlOutcome.Failed(Failure(error)))];
        }
    }

    private async Task<SqlOutcome> TryAsync(NpgsqlConnection connection, SqlRequest request, SqlRules rules, CancellationToken cancellationToken)
    {
        if (PostgresSqlReader.Read(request.Sql, out var failure) is not { } sql)
            return SqlOutcome.Failed(failure!);
        if (PostgresGuard.Refuse(sql, rules) is { } refusal)
            return SqlOutcome.Failed(refusal);
        if (sql.ParameterCount != request.Arguments.Count)
            return SqlOutcome.Failed(SqlFailure.WrongCount(sql.ParameterCount, request.Arguments.Count));

        await ExecuteAsync(connection, "SAVEPOINT statement");
        SqlOutcome outcome;
        try
        {
            outcome = await ExecuteAsync(connection, sql, request.Arguments, cancellationToken);
        }
        catch (PostgresException error) when (!cancellationToken.IsCancellationRequested)
        {
            outcome = SqlOutcome.Failed(Failure(error));
        }

        await ExecuteAsync(connection, outcome.Failure is null ? "RELEASE SAVEPOINT statement" : "ROLLBACK TO SAVEPOINT statement");
        return outcome;
    }

    private async Task<SqlOutcome> ExecuteAsync(
        NpgsqlConnection connection, PostgresSql sql, IReadOnlyList<SqlArgument> arguments, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql.Text, connection) { AllResultTypesAreUnknown = true, CommandTimeout = 0 };
        foreach (var argument in arguments)
        {
            // Of no type, so that PostgreSQL takes it for what its place asks for, as SQLite does.
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Unknown, Value = (object?)argument.AsText ?? DBNull.Value });
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (reader.FieldCount == 0)
        {
            await reader.CloseAsync();
            return new SqlOutcome { Count = Math.Max(0, reader.RecordsAffected) };
        }

        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
        var types = Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetPostgresType(column).InternalName).ToList();
        using var rows = new RowsWriter(_options, columns);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (!rows.TryBegin())
                return SqlOutcome.Failed(SqlFailure.TooLarge(_options));

            for (var column = 0; column < columns.Count; column++)
            {
                if (rows.TryName(column))
                    PostgresValues.Write(rows.Json, types[column], reader.IsDBNull(column) ? null : reader.GetString(column));
            }

            rows.End();
        }

        return rows.Finish() is { } json ? new SqlOutcome { Rows = json, Count = rows.Count } : SqlOutcome.Failed(SqlFailure.TooLarge(_options));
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // The words of SQLite that clients look for come first (contract, section 3.6).
    private SqlFailure Failure(PostgresException error) => error.SqlState switch
    {
        PostgresErrorCodes.QueryCanceled => SqlFailure.TooSlow(_options.StatementTimeout),
        PostgresErrorCodes.ReadOnlySqlTransaction => SqlFailure.ReadOnly(),
        PostgresErrorCodes.UndefinedTable => SqlFailure.Refused($"no such table: {error.MessageText}"),
        PostgresErrorCodes.UndefinedColumn => SqlFailure.Refused($"no such column: {error.MessageText}"),
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.InternalError or PostgresErrorCodes.DataCorrupted =>
            SqlFailure.Engine(error.MessageText),
        _ => SqlFailure.Refused(error.MessageText),
    };
}
