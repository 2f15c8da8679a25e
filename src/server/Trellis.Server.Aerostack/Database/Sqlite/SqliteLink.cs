using System.Text;
using SQLitePCL;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Database.Sqlite;

/// <summary>A connection that runs statements of callers, within limits. Used by one caller at a time.</summary>
internal sealed class SqliteLink : IDisposable
{
    private const int StepsBetweenQuestions = 1000;
    private const int PageBytes = 4096;
    private const int LongestValue = 4 << 20;

    private static readonly (int Limit, int Value)[] Limits =
    [
        (raw.SQLITE_LIMIT_LENGTH, LongestValue),
        (raw.SQLITE_LIMIT_SQL_LENGTH, DatabaseLimits.LongestSql * 4),
        (raw.SQLITE_LIMIT_ATTACHED, 0),
        (raw.SQLITE_LIMIT_COLUMN, 500),
        (raw.SQLITE_LIMIT_EXPR_DEPTH, 200),
        (raw.SQLITE_LIMIT_COMPOUND_SELECT, 200),
        (raw.SQLITE_LIMIT_VDBE_OP, 100_000),
        (raw.SQLITE_LIMIT_VARIABLE_NUMBER, DatabaseLimits.MostArguments),
        (raw.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500),
        (raw.SQLITE_LIMIT_TRIGGER_DEPTH, 20),
        (raw.SQLITE_LIMIT_WORKER_THREADS, 0),
    ];

    private readonly sqlite3 _handle;
    private readonly SqliteGuard _guard = new();
    private readonly SqliteStopwatch _stopwatch;
    private readonly DatabaseOptions _options;

    /// <summary>Opens the file, which is made if it is missing.</summary>
    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public SqliteLink(string path, DatabaseOptions options, bool isReader)
    {
        _options = options;
        _stopwatch = new SqliteStopwatch(options.StatementTimeout);
        var code = raw.sqlite3_open_v2(path, out _handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            if (code != raw.SQLITE_OK)
                throw Broken();

            Configure(isReader);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether a transaction is open. Some failures end it.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>Runs a statement of the server's own.</summary>
    /// <exception cref="StoreException">SQLite failed.</exception>
    public void Run(string sql)
    {
        if (raw.sqlite3_exec(_handle, sql) != raw.SQLITE_OK)
            throw Broken();
    }

    /// <summary>Runs a statement of the server's own that may fail.</summary>
    /// <returns>Why it failed; null when it did not.</returns>
    public SqlFailure? TryRun(string sql)
    {
        var code = raw.sqlite3_exec(_handle, sql);
        return code == raw.SQLITE_OK ? null : Failure(code);
    }

    /// <summary>Whether a statement of a caller is understood and changes nothing.</summary>
    public bool IsReading(SqlRequest request)
    {
        _guard.Enter();
        try
        {
            using var statement = Prepare(request, out var failure);
            return failure is null && statement is not null && raw.sqlite3_stmt_readonly(statement) != 0;
        }
        finally
        {
            _guard.Leave();
        }
    }

    /// <summary>Runs a statement of a caller. What a failed one did is still to be undone.</summary>
    public SqlOutcome Execute(SqlRequest request, SqlRules rules, CancellationToken cancellationToken)
    {
        _guard.Enter();
        _stopwatch.Start(cancellationToken);
        try
        {
            using var statement = Prepare(request, out var failure);
            failure ??= Refuse(statement!, request, rules);
            return failure is null ? Execute(statement!, request.Arguments) : SqlOutcome.Failed(failure);
        }
        finally
        {
            _stopwatch.Stop();
            _guard.Leave();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => raw.sqlite3_close_v2(_handle);

    private void Configure(bool isReader)
    {
        foreach (var (limit, value) in Limits)
            raw.sqlite3_limit(_handle, limit, value);

        raw.sqlite3_busy_timeout(_handle, (int)_options.StatementTimeout.TotalMilliseconds);
        raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_DEFENSIVE, 1, out _);
        raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, out _);
        raw.sqlite3_db_config(_handle, raw.SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, out _);
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = FULL");
        Run("PRAGMA foreign_keys = ON");
        Run($"PRAGMA max_page_count = {Math.Max(1, _options.MostDatabaseBytes / PageBytes)}");
        if (isReader)
            Run("PRAGMA query_only = ON");

        raw.sqlite3_set_authorizer(_handle, _guard.Authorize, null);
        raw.sqlite3_progress_handler(_handle, StepsBetweenQuestions, _stopwatch.Ask, null);
    }

    private sqlite3_stmt? Prepare(SqlRequest request, out SqlFailure? failure)
    {
        var code = raw.sqlite3_prepare_v2(_handle, Encoding.UTF8.GetBytes(request.Sql), out var statement, out var rest);
        failure = code != raw.SQLITE_OK ? Failure(code)
            : statement.IsInvalid || !IsBlank(rest) ? SqlFailure.NotOne()
            : null;
        if (failure is null)
            return statement;

        statement?.Dispose();
        return null;
    }

    // What follows may be blanks and comments; only SQLite itself can tell.
    private bool IsBlank(ReadOnlySpan<byte> rest)
    {
        while (!rest.IsEmpty)
        {
            if (raw.sqlite3_prepare_v2(_handle, rest, out var statement, out var next) != raw.SQLITE_OK)
                return false;

            using (statement)
            {
                if (!statement.IsInvalid)
                    return false;
            }

            rest = next;
        }

        return true;
    }

    private SqlFailure? Refuse(sqlite3_stmt statement, SqlRequest request, SqlRules rules)
    {
        if (_guard.ReadsSchema && !_guard.ChangesSchema)
            return SqlFailure.Refused("access to sqlite_master is prohibited; use pragma_table_list() and pragma_table_info(?).", "not_allowed");
        if (rules.IsReadOnly && raw.sqlite3_stmt_readonly(statement) == 0)
            return SqlFailure.ReadOnly();
        if (_guard.ChangesSchema && !rules.AllowsSchemaChanges)
            return SqlFailure.SchemaChange();

        var expected = raw.sqlite3_bind_parameter_count(statement);
        return expected == request.Arguments.Count ? null : SqlFailure.WrongCount(expected, request.Arguments.Count);
    }

    private SqlOutcome Execute(sqlite3_stmt statement, IReadOnlyList<SqlArgument> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var code = Bind(statement, index + 1, arguments[index]);
            if (code != raw.SQLITE_OK)
                return SqlOutcome.Failed(Failure(code));
        }

        var changesBefore = raw.sqlite3_total_changes(_handle);
        var columns = Enumerable.Range(0, raw.sqlite3_column_count(statement))
            .Select(column => raw.sqlite3_column_name(statement, column).utf8_to_string()).ToList();
        using var rows = new RowsWriter(_options, columns);
        int result;
        while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
        {
            if (!rows.TryBegin())
                return SqlOutcome.Failed(SqlFailure.TooLarge(_options));

            WriteRow(statement, rows, columns.Count);
        }

        if (result != raw.SQLITE_DONE)
            return SqlOutcome.Failed(Failure(result));
        if (rows.Finish() is not { } json)
            return SqlOutcome.Failed(SqlFailure.TooLarge(_options));

        // A statement that changes no rows, such as CREATE TABLE, leaves the count of the one before it.
        var changed = raw.sqlite3_total_changes(_handle) == changesBefore ? 0 : raw.sqlite3_changes(_handle);
        return new SqlOutcome { Rows = json, Count = columns.Count > 0 ? rows.Count : changed };
    }

    private static int Bind(sqlite3_stmt statement, int index, SqlArgument argument) => argument.Kind switch
    {
        SqlArgumentKind.Integer => raw.sqlite3_bind_int64(statement, index, argument.Integer),
        SqlArgumentKind.Real => raw.sqlite3_bind_double(statement, index, argument.Real),
        SqlArgumentKind.Text => raw.sqlite3_bind_text(statement, index, argument.Text),
        _ => raw.sqlite3_bind_null(statement, index),
    };

    private static void WriteRow(sqlite3_stmt statement, RowsWriter rows, int columns)
    {
        for (var column = 0; column < columns; column++)
        {
            if (!rows.TryName(column))
                continue;

            switch (raw.sqlite3_column_type(statement, column))
            {
                case raw.SQLITE_INTEGER:
                    rows.Json.WriteNumberValue(raw.sqlite3_column_int64(statement, column));
                    break;
                case raw.SQLITE_FLOAT when raw.sqlite3_column_double(statement, column) is var real && double.IsFinite(real):
                    rows.Json.WriteNumberValue(real);
                    break;
                case raw.SQLITE_TEXT:
                    // A cast can make text of any bytes; what is not UTF-8 becomes U+FFFD.
                    rows.Json.WriteStringValue(raw.sqlite3_column_text(statement, column).utf8_to_string());
                    break;
                case raw.SQLITE_BLOB:
                    rows.Json.WriteBase64StringValue(raw.sqlite3_column_blob(statement, column));
                    break;
                default:
                    rows.Json.WriteNullValue();
                    break;
            }
        }

        rows.End();
    }

    private SqlFailure Failure(int code)
    {
        var message = raw.sqlite3_errmsg(_handle).utf8_to_string();
        return (code & 0xff) switch
        {
            raw.SQLITE_INTERRUPT => SqlFailure.TooSlow(_options.StatementTimeout),
            raw.SQLITE_AUTH => SqlFailure.Refused(_guard.Refused ?? message, "not_allowed"),
            raw.SQLITE_FULL => SqlFailure.Refused(message, "database_full"),
            raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_NOMEM or raw.SQLITE_CANTOPEN or raw.SQLITE_BUSY =>
                SqlFailure.Engine(message),
            _ => SqlFailure.Refused(message),
        };
    }

    private StoreException Broken() => new($"SQLite failed on a project's database: {raw.sqlite3_errmsg(_handle).utf8_to_string()}");
}
