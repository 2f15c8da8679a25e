namespace Trellis.Testing;

/// <summary>A test that waits until the pending timers meet a condition.</summary>
internal sealed class TimerWait(Func<TimeSpan[], bool> condition)
{
    private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Task => _met.Task;

    public bool TryComplete(TimeSpan[] pending) => condition(pending) && _met.TrySetResult();
}
