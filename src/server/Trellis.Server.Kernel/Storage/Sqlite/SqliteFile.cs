using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>The database file: makes it if it is missing and opens connections to it.</summary>
internal sealed class SqliteFile
{
    // SQLite's default of 1000 pages would copy the log back into the file after a few dozen groups of writes; 4000 pages are 16 MiB.
    private const int CheckpointPages = 4000;
    private const long LogLimitBytes = 64L << 20;

    private readonly string _connectionString;
    private readonly string[] _settings;
    private readonly string _path;

    public SqliteFile(string path, TimeSpan busyTimeout)
    {
        _path = Path.GetFullPath(path);
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(busyTimeout.TotalSeconds),
        }.ConnectionString;
        _settings =
        [
            string.Create(CultureInfo.InvariantCulture, $"busy_timeout = {(long)busyTimeout.TotalMilliseconds}"),
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "case_sensitive_like = ON",
            "temp_store = MEMORY",
            $"wal_autocheckpoint = {CheckpointPages}",
            $"journal_size_limit = {LogLimitBytes}",
        ];
    }

    /// <summary>Makes the file, readable by its owner alone, unless it is there. SQLite gives its companion files the same mode.</summary>
    /// <exception cref="StoreException">The folder is missing or may not be written to.</exception>
    public void CreateIfMissing()
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        try
        {
            new FileStream(_path, options).Dispose();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The database file '{_path}' cannot be opened for writing: {error.Message}", error)
            {
                Failure = StoreFailure.Unavailable,
            };
        }
    }

    /// <exception cref="StoreException">The file is not a database of SQLite, or is locked by somebody else.</exception>
    public SqliteConnection OpenForWriting() => Open(_settings);

    /// <exception cref="StoreException">The file is not a database of SQLite, or is locked by somebody else.</exception>
    public SqliteConnection OpenForReading() => Open([.. _settings, "query_only = ON"]);

    private SqliteConnection Open(string[] settings)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();

            // One by one: a failure behind a statement that answers a row is swallowed when the provider closes its reader.
            foreach (var setting in settings)
            {
                command.CommandText = $"PRAGMA {setting}";
                command.ExecuteNonQuery();
            }

            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new StoreException($"The database file '{_path}' cannot be opened: {error.Message}", error)
            {
                Failure = SqliteErrors.Translate(error).Failure,
            };
        }
    }
}
