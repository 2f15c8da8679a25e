namespace Trellis.Samples.LogWatch;

/// <summary>Lets one task wait for what another one brings about. Safe for concurrent use.</summary>
internal sealed class Changes
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Something has changed.</summary>
    public void Tell() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>Waits until it is so. What is asked is asked again after each change.</summary>
    public async Task WaitUntilAsync(Func<bool> isSo, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Taken before the question: a change in between is not missed.
            var next = Volatile.Read(ref _next).Task;
            if (isSo()) return;
            await next.WaitAsync(cancellationToken);
        }
    }
}
