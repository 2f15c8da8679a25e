using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// Hands out the ids of actions, unique over all servers of a store: each takes a block of numbers durably and gives them out from memory.
/// What a server has not given out when it stops is never used. Safe for concurrent use.
/// </summary>
internal sealed class ActionIds(IStore store) : IDisposable
{
    private const int BlockSize = 1000;
    private const string Counter = "actions";

    private readonly SemaphoreSlim _refill = new(1, 1);
    private readonly Lock _lock = new();
    private long _next;
    private long _end;

    /// <summary>The next id.</summary>
    public ValueTask<long> NextAsync(CancellationToken cancellationToken) =>
        TryTake(out var id) ? new(id) : RefillAsync(cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _refill.Dispose();

    private bool TryTake(out long id)
    {
        lock (_lock)
        {
            id = _next;
            if (_next >= _end)
                return false;

            _next++;
            return true;
        }
    }

    private async ValueTask<long> RefillAsync(CancellationToken cancellationToken)
    {
        await _refill.WaitAsync(cancellationToken);
        try
        {
            // Somebody else may have fetched a block meanwhile.
            long id;
            while (!TryTake(out id))
            {
                var end = await store.WriteAsync(TakeBlockAsync, cancellationToken);
                lock (_lock)
                    (_next, _end) = (end - BlockSize, end);
            }

            return id;
        }
        finally
        {
            _refill.Release();
        }
    }

    /// <returns>The end of the block.</returns>
    private static async ValueTask<long> TakeBlockAsync(ISqlSession session)
    {
        await session.ExecuteAsync(
            $"""
            INSERT INTO ascend_counters (name, next) VALUES ({Counter}, {1 + BlockSize})
            ON CONFLICT (name) DO UPDATE SET next = ascend_counters.next + {BlockSize}
            """);
        return await session.QueryIntegerAsync($"SELECT next FROM ascend_counters WHERE name = {Counter}")
            ?? throw new StoreException("The counter of actions vanished.");
    }
}
