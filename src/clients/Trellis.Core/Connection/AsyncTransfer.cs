using Microsoft.Extensions.Caching.Distributed;

namespace Trellis;

/// <summary>Awaits everything.</summary>
internal sealed class AsyncTransfer : Transfer
{
    public override bool SpeaksHttp2 => true;

    public override ValueTask<string?> GetTokenAsync(TokenSource source, CancellationToken cancellationToken) => source.GetAsync(cancellationToken);

    public override ValueTask<HttpResponseMessage> SendAsync(
        HttpMessageInvoker invoker, HttpRequestMessage request, CancellationToken cancellationToken) => new(
        invoker is HttpClient client
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : invoker.SendAsync(request, cancellationToken));

    public override ValueTask<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) =>
        new(content.ReadAsStreamAsync(cancellationToken));

    public override ValueTask<int> ReadAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(Stream stream, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        stream.WriteAsync(bytes, cancellationToken);

    public override ValueTask<int> ReadUnguardedAsync(Stream stream, Memory<byte> buffer, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, cancellationToken);

    public override ValueTask WaitAsync(SemaphoreSlim turn, CancellationToken cancellationToken) => new(turn.WaitAsync(cancellationToken));

    public override ValueTask DelayAsync(TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        new(Task.Delay(delay, time, cancellationToken));

    public override ValueTask<byte[]?> GetAsync(IDistributedCache cache, string key, CancellationToken cancellationToken) =>
        new(cache.GetAsync(key, cancellationToken));

    public override ValueTask SetAsync(
        IDistributedCache cache, string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken cancellationToken) =>
        new(cache.SetAsync(key, value, options, cancellationToken));

    public override ValueTask RemoveAsync(IDistributedCache cache, string key, CancellationToken cancellationToken) =>
        new(cache.RemoveAsync(key, cancellationToken));
}
