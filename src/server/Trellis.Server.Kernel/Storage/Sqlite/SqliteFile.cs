using System.Globalization;

namespace Trellis.Server.Kernel.Storage.Sqlite;

/// <summary>The database file: makes it if it is missing and opens connections to it.</summary>
internal sealed class SqliteFile(string path, TimeSpan lockTimeout, bool isDurable = true)
{
    // The log is copied back into the file once it has so many pages. SQLite's own 1000 pages are full after a few dozen groups of writes
    // and each copy costs two more flushes; 4000 pages are 16 MiB.
    private const int CheckpointPages = 4000;
    private const long LogLimitBytes = 64L << 20;

    private readonly string[] _settings =
    [
        "PRAGMA journal_mode = WAL",
        isDurable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = OFF",
        "PRAGMA foreign_keys = ON",
        "PRAGMA case_sensitive_like = ON",
        "PRAGMA temp_store = MEMORY",
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {CheckpointPages}"),
        string.Create(CultureInfo.InvariantCulture, $"PRAGMA journal_size_limit = {LogLimitBytes}"),
    ];

    private readonly string _path = Path.GetFullPath(path);

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
    public SqliteConnection OpenForReading() => Open([.. _settings, "PRAGMA query_only = ON"]);

    private SqliteConnection Open(string[] settings)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = new SqliteConnection(_path, lockTimeout);
            using var commands = new SqliteCommands(connection);
            foreach (var setting in settings)
                commands.Run(setting);

            return connection;
        }
        catch (StoreException error)
        {
            connection?.Dispose();
            throw new StoreException($"The database file '{_path}' cannot be opened. {error.Message}", error) { Failure = error.Failure };
        }
    }
}
