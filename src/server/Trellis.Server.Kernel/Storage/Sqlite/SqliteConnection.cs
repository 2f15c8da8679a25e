using SQLitePCL;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>
/// A connection of SQLite's C interface (https://sqlite.org/c3ref/intro.html), used by one caller at a time. The ADO.NET provider on top of it
/// costs more per statement than SQLite itself, and all writes of the server go through one thread.
/// </summary>
internal sealed class SqliteConnection : IDisposable
{
    private readonly sqlite3 _handle;

    static SqliteConnection()
    {
        Batteries_V2.Init();

        // The count of its memory, which nobody asks for, costs a lock at each allocation. Refused, harmlessly, when SQLite runs already.
        raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public SqliteConnection(string path, TimeSpan lockTimeout)
    {
        // No mutex: whoever holds the connection is alone with it.
        var code = raw.sqlite3_open_v2(path, out _handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        if (code != raw.SQLITE_OK)
        {
            var failure = Failure(code);
            Dispose();
            throw failure;
        }

        raw.sqlite3_busy_timeout(_handle, (int)Math.Min(lockTimeout.TotalMilliseconds, int.MaxValue));
    }

    /// <summary>Whether a transaction is open. Some failures, such as a full disk, end it.</summary>
    public bool InTransaction => raw.sqlite3_get_autocommit(_handle) == 0;

    /// <summary>How many rows statements have changed since the connection was opened, triggers included.</summary>
    public int TotalChanges => raw.sqlite3_total_changes(_handle);

    /// <summary>How many rows the last INSERT, UPDATE or DELETE changed by itself.</summary>
    public int LastChanges => raw.sqlite3_changes(_handle);

    /// <summary>Prepares the first statement of <paramref name="sql"/>.</summary>
    /// <param name="sql">One or more statements in UTF-8.</param>
    /// <param name="rest">What follows the first statement.</param>
    /// <returns>The statement, or <see langword="null"/> if there are only blanks and comments.</returns>
    /// <exception cref="StoreException">SQLite does not understand the statement.</exception>
    public SqliteCommand? Prepare(ReadOnlySpan<byte> sql, out ReadOnlySpan<byte> rest)
    {
        // An empty span is a null pointer, which SQLite refuses.
        rest = default;
        if (sql.IsEmpty)
            return null;

        var code = raw.sqlite3_prepare_v2(_handle, sql, out var statement, out rest);
        if (code != raw.SQLITE_OK)
            throw Failure(code);

        return statement.IsInvalid ? null : new SqliteCommand(this, statement);
    }

    /// <summary>The exception for a result code (https://sqlite.org/rescode.html), with what the connection says about it.</summary>
    public StoreException Failure(int code) =>
        new($"SQLite failed with code {raw.sqlite3_extended_errcode(_handle)}: {raw.sqlite3_errmsg(_handle).utf8_to_string()}")
        {
            Failure = (code & 0xff) switch
            {
                raw.SQLITE_CONSTRAINT => StoreFailure.Constraint,
                raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_CANTOPEN => StoreFailure.Unavailable,
                _ => StoreFailure.Engine,
            },
        };

    public void Dispose() => raw.sqlite3_close_v2(_handle);
}
