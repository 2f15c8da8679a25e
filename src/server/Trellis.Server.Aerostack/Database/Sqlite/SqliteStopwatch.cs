using System.Diagnostics;

namespace Trellis.Server.Aerostack.Database.Sqlite;

/// <summary>Stops a statement that runs too long, or whose caller has gone; SQLite asks it every so many steps. In the system's time.</summary>
internal sealed class SqliteStopwatch(TimeSpan limit)
{
    private long _end = long.MaxValue;
    private CancellationToken _cancellation;

    /// <summary>Lets the next statement run so long.</summary>
    public void Start(CancellationToken cancellation) =>
        (_end, _cancellation) = (Stopwatch.GetTimestamp() + (long)(limit.TotalSeconds * Stopwatch.Frequency), cancellation);

    /// <summary>Lets statements of the server itself run as long as they need.</summary>
    public void Stop() => (_end, _cancellation) = (long.MaxValue, CancellationToken.None);

    /// <summary>The progress handler (https://sqlite.org/c3ref/progress_handler.html): anything but 0 ends the statement.</summary>
    public int Ask(object data) => Stopwatch.GetTimestamp() > _end || _cancellation.IsCancellationRequested ? 1 : 0;
}
