using System.Diagnostics;
using Microsoft.Extensions.Caching.Distributed;

namespace Trellis;

/// <summary>
/// How bytes move and time passes: the one seam between the synchronous and the asynchronous form of a call. The pipeline is written
/// once against it. With <see cref="Blocking"/> every task is complete when it is returned, so the pipeline never suspends and the
/// caller's thread does the work itself; no thread waits for another's asynchronous I/O.
/// </summary>
internal abstract class Transfer
{
    public static Transfer Async { get; } = new AsyncTransfer();

    public static Transfer Blocking { get; } = new BlockingTransfer();

    /// <summary>The value of a call that was made with <see cref="Blocking"/>.</summary>
    public static T Finish<T>(ValueTask<T> call)
    {
        Debug.Assert(call.IsCompleted, "A blocking transfer never leaves anything to wait for.");
        return call.GetAwaiter().GetResult();
    }

    /// <summary>The end of work that was done with <see cref="Blocking"/>.</summary>
    public static void Finish(ValueTask work)
    {
        Debug.Assert(work.IsCompleted, "A blocking transfer never leaves anything to wait for.");
        work.GetAwaiter().GetResult();
    }

    /// <summary>Whether requests can be sent over HTTP/2.</summary>
    public abstract bool SpeaksHttp2 { get; }

    public abstract ValueTask<string?> GetTokenAsync(TokenSource source, CancellationToken cancellationToken);

    /// <summary>Sends the request and returns once the response's headers are there.</summary>
    public abstract ValueTask<HttpResponseMessage> SendAsync(HttpMessageInvoker invoker, HttpRequestMessage request, CancellationToken cancellationToken);

    public abstract ValueTask<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken);

    public abstract ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken);

    public abstract ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken);

    /// <summary>Reads from a stream that is not the network's, and so may not be closed to end the reading.</summary>
    public abstract ValueTask<int> ReadUnguardedAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken);

    public abstract ValueTask WaitAsync(SemaphoreSlim turn, CancellationToken cancellationToken);

    public abstract ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken);

    public abstract ValueTask<byte[]?> GetAsync(IDistributedCache cache, string key, CancellationToken cancellationToken);

    public abstract ValueTask SetAsync(
        IDistributedCache cache, string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken cancellationToken);

    public abstract ValueTask RemoveAsync(IDistributedCache cache, string key, CancellationToken cancellationToken);
}
