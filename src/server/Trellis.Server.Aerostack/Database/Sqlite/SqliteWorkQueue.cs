using System.Threading.Channels;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Database.Sqlite;

/// <summary>
/// The one writer of a database. What waits when it begins shares a transaction and so one flush to the disk, each request behind savepoints:
/// group commit without a timer.
/// </summary>
internal sealed class SqliteWorkQueue : IAsyncDisposable
{
    private const int MostWaiting = 1024;
    private const int MostTogether = 64;

    private readonly SqliteLink _link;
    private readonly Channel<SqliteWork> _waiting = Channel.CreateBounded<SqliteWork>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task _running;

    public SqliteWorkQueue(SqliteLink link)
    {
        _link = link;
        _running = Task.Run(RunAsync);
    }

    /// <summary>Queues work and waits until it is durable.</summary>
    public async Task<IReadOnlyList<SqlOutcome>> RunAsync(SqliteWork work, CancellationToken cancellationToken)
    {
        await _waiting.Writer.WriteAsync(work, cancellationToken);
        return await work.Done;
    }

    /// <summary>Finishes what waits, and closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
        _link.Dispose();
    }

    private async Task RunAsync()
    {
        var group = new List<SqliteWork>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < MostTogether && _waiting.Reader.TryRead(out var work))
                group.Add(work);

            try
            {
                RunGroup(group);
            }
            catch (StoreException error)
            {
                _link.TryRun("ROLLBACK");
                group.ForEach(work => work.Break(error));
            }

            group.Clear();
        }
    }

    private void RunGroup(List<SqliteWork> group)
    {
        // Each round that does not get through has found a statement that ends transactions, and the next one passes over it.
        do
            _link.Run("BEGIN IMMEDIATE");
        while (!group.TrueForAll(work => work.TryRun(_link)));

        if (_link.TryRun("COMMIT") is not { } failure)
        {
            group.ForEach(static work => work.Complete());
            return;
        }

        // A constraint that is checked at the end is somebody's in particular; alone, they find out whose.
        _link.TryRun("ROLLBACK");
        if (group.Count == 1)
            group[0].Fail(failure);
        else
            group.ForEach(work => RunGroup([work]));
    }
}
