using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Storage;

/// <summary>Holds a SQLite store's writer thread inside a write, so that a test can fill the queue behind it.</summary>
internal sealed class HeldWriter : IAsyncDisposable
{
    private readonly ManualResetEventSlim _release = new();
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _write = Task.CompletedTask;

    public static async Task<HeldWriter> HoldAsync(IStore store)
    {
        var held = new HeldWriter();
        held._write = store.WriteAsync(
            _ =>
            {
                held._entered.SetResult();
                held._release.Wait();
                return ValueTask.FromResult(0);
            }).AsTask();
        await held._entered.Task;
        return held;
    }

    public Task ReleaseAsync()
    {
        _release.Set();
        return _write;
    }

    public async ValueTask DisposeAsync()
    {
        _release.Set();
        await _write.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _release.Dispose();
    }
}
