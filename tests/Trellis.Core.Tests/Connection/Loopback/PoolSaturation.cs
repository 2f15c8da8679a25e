namespace Trellis.Tests.Connection.Loopback;

/// <summary>Leaves the thread pool without a thread until it is disposed, and shows that it did.</summary>
internal sealed class PoolSaturation : IDisposable
{
    private readonly ManualResetEvent _end = new(false);
    private readonly ManualResetEvent _ran = new(false);
    private readonly (int Workers, int Completion) _min;
    private readonly (int Workers, int Completion) _max;

    public PoolSaturation()
    {
        ThreadPool.GetMinThreads(out _min.Workers, out _min.Completion);
        ThreadPool.GetMaxThreads(out _max.Workers, out _max.Completion);
        ThreadPool.SetMinThreads(1, 1).ShouldBeTrue();
        ThreadPool.SetMaxThreads(Environment.ProcessorCount, _max.Completion).ShouldBeTrue();
        for (var item = 0; item < 256; item++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => _end.WaitOne(), null);
        }

        // It waits behind the others: once it runs, there was a thread to spare.
        ThreadPool.UnsafeQueueUserWorkItem(_ => _ran.Set(), null);
    }

    /// <summary>Whether no thread has been free so far.</summary>
    public bool Holds => !_ran.WaitOne(0);

    public void Dispose()
    {
        _end.Set();
        ThreadPool.SetMaxThreads(_max.Workers, _max.Completion);
        ThreadPool.SetMinThreads(_min.Workers, _min.Completion);
    }
}

/// <summary>Tests that change what the whole process has only one of take their turn alone.</summary>
[CollectionDefinition(nameof(WholeProcessCollection), DisableParallelization = true)]
public sealed class WholeProcessCollection;
