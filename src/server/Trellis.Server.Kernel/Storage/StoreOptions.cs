using System.Data.Common;

namespace Trellis.Server.Kernel.Storage;

/// <summary>Where the store keeps its data and how it paces itself. Copied nowhere and read once, when the store opens.</summary>
public sealed class StoreOptions
{
    /// <summary>The file of a SQLite database; made if it is missing. Its folder must exist.</summary>
    /// <value><see langword="null"/>; exactly one of this and <see cref="ConnectionString"/> is set.</value>
    public string? SqlitePath { get; init; }

    /// <summary>
    /// The connection string of a PostgreSQL database, as Npgsql reads it (https://www.npgsql.org/doc/connection-string-parameters.html).
    /// It may hold a password, so it appears in no message.
    /// </summary>
    /// <value><see langword="null"/>; exactly one of this and <see cref="SqlitePath"/> is set.</value>
    public string? ConnectionString { get; init; }

    /// <summary>
    /// Whether what is confirmed has been flushed to the disk (SQLite). Without it a store is for data that end with the process: what the
    /// machine has not written by itself is lost when it stops.
    /// </summary>
    /// <value>true.</value>
    public bool IsDurable { get; init; } = true;

    /// <summary>How many writes may wait for their turn; a caller beyond that waits for a place (SQLite).</summary>
    /// <value>4096.</value>
    public int MaxQueuedWrites { get; init => field = Positive(value); } = 4096;

    /// <summary>How many writes may share one transaction and so one flush to the disk (SQLite).</summary>
    /// <value>256.</value>
    public int MaxWritesPerTransaction { get; init => field = Positive(value); } = 256;

    /// <summary>How many reads may run at once; a caller beyond that waits (SQLite; on PostgreSQL the connection string's pool decides).</summary>
    /// <value>16.</value>
    public int MaxReaders { get; init => field = Positive(value); } = 16;

    /// <summary>How long a statement waits for a lock that another process holds on the file (SQLite).</summary>
    /// <value>5 seconds.</value>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a call is tried when it conflicts with another transaction or its connection breaks (PostgreSQL).</summary>
    /// <value>8 attempts in all.</value>
    public int MaxAttempts { get; init => field = Positive(value); } = 8;

    /// <summary>
    /// Options for a store named by one text, as the command line takes it: a connection string that names a <c>Host</c> is PostgreSQL,
    /// anything else is the path of a SQLite file.
    /// </summary>
    public static StoreOptions For(string location)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(location);
        return NamesHost(location) ? new StoreOptions { ConnectionString = location } : new StoreOptions { SqlitePath = location };
    }

    /// <summary>Names the engine and, for SQLite, the file. Never the connection string.</summary>
    public override string ToString() => SqlitePath is not null ? $"SQLite at {SqlitePath}" : "PostgreSQL";

    private static bool NamesHost(string location)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = location };
            return parts.ContainsKey("Host") || parts.ContainsKey("Server");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static int Positive(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        return value;
    }
}
