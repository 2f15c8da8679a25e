using Microsoft.Extensions.Caching.Distributed;

namespace Trellis;

/// <summary>Blocks the calling thread in the synchronous form of each operation; every task it returns is complete.</summary>
internal sealed class BlockingTransfer : Transfer
{
    /// <summary>No: .NET's own handler refuses a synchronous request over HTTP/2.</summary>
    public override bool SpeaksHttp2 => false;

    public override ValueTask<string?> GetTokenAsync(TokenSource source, CancellationToken cancellationToken) => new(source.Get());

    public override ValueTask<HttpResponseMessage> SendAsync(
        HttpMessageInvoker invoker, HttpRequestMessage request, CancellationToken cancellationToken) => new(
        invoker is HttpClient client
            ? client.Send(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : invoker.Send(request, cancellationToken));

    public override ValueTask<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) =>
        new(content.ReadAsStream(cancellationToken));

    // A blocked socket read does not watch a token; closing the stream is what ends it.
    public override ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var closing = cancellationToken.UnsafeRegister(static state => ((Stream)state!).Dispose(), stream);
        try
        {
            var read = stream.Read(buffer.Span);
            if (read == 0)
            {
                // A stream that is closed before the read begins says that it has ended.
                cancellationToken.ThrowIfCancellationRequested();
            }

            return new(read);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    public override ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        stream.Write(bytes.Span);
        return default;
    }

    public override ValueTask<int> ReadUnguardedAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(stream.Read(buffer.Span));
    }

    public override ValueTask WaitAsync(SemaphoreSlim turn, CancellationToken cancellationToken)
    {
        turn.Wait(cancellationToken);
        return default;
    }

    public override ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        using var elapsed = new ManualResetEventSlim();
        if (time == TimeProvider.System)
        {
            // A timer would need a thread of the pool, and there may be none to spare.
            elapsed.Wait(delay, cancellationToken);
            return default;
        }

        using var timer = time.CreateTimer(static state => ((ManualResetEventSlim)state!).Set(), elapsed, delay, Timeout.InfiniteTimeSpan);
        elapsed.Wait(cancellationToken);
        return default;
    }

    public override ValueTask<byte[]?> GetAsync(IDistributedCache cache, string key, CancellationToken cancellationToken) => new(cache.Get(key));

    public override ValueTask SetAsync(
        IDistributedCache cache, string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken cancellationToken)
    {
        cache.Set(key, value, options);
        return default;
    }

    public override ValueTask RemoveAsync(IDistributedCache cache, string key, CancellationToken cancellationToken)
    {
        cache.Remove(key);
        return default;
    }
}
