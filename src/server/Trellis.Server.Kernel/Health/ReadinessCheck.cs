using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server.Kernel.Health;

/// <summary>
/// Finds out whether the server can do its work: it reads from the store, and it takes a turn as a writer. The write changes no row, so that
/// anybody may ask as often as they like. Who asks while an answer is being found out gets that answer. Safe for concurrent use.
/// </summary>
internal sealed class ReadinessCheck(IStore store, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<ReadinessCheck> logger)
{
    /// <summary>How long a part may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Task<Readiness>? _running;

    /// <summary>Asks.</summary>
    public Task<Readiness> RunAsync()
    {
        lock (_lock)
        {
            if (_running is null or { IsCompleted: true })
                _running = CheckAsync();
            return _running;
        }
    }

    private async Task<Readiness> CheckAsync()
    {
        // The caller holds the lock, and a read of SQLite is done on the caller's thread.
        await Task.Yield();
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return new Readiness(IsStopping: true, CanRead: null, CanWrite: null);

        var read = TryAsync("the store's read", token => store.ReadAsync(ReadAsync, token));
        var write = TryAsync("the store's write", token => store.WriteAsync(WriteAsync, token));
        return new Readiness(IsStopping: false, await read, await write);
    }

    private static ValueTask<long?> ReadAsync(ISqlSession session) => session.QueryIntegerAsync($"SELECT organisation_id FROM audit_heads LIMIT 1");

    // No organisation has this number.
    private static ValueTask<int> WriteAsync(ISqlSession session) =>
        session.ExecuteAsync($"UPDATE audit_heads SET chain_hash = chain_hash WHERE organisation_id = -1");

    private async Task<bool> TryAsync<T>(string part, Func<CancellationToken, ValueTask<T>> work)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            // Work that has begun does not hear the token.
            await work(patience.Token).AsTask().WaitAsync(patience.Token);
            return true;
        }
        catch (Exception error) when (error is StoreException or ObjectDisposedException or OperationCanceledException)
        {
            TelemetryLog.NotReady(logger, error, part);
            return false;
        }
    }
}
