using Microsoft.Extensions.Caching.Distributed;

namespace Trellis.Tests.Caching;

/// <summary>A cache in which a test can make keys collide and something happen before a read or a write.</summary>
internal sealed class ScriptedCache(IDistributedCache inner) : IDistributedCache
{
    public Func<string, string> Key { get; init; } = static key => key;

    public Func<Task>? BeforeGet { get; set; }

    public Func<Task>? BeforeSet { get; set; }

    public byte[]? Get(string key) => GetAsync(key).GetAwaiter().GetResult();

    public async Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        await (BeforeGet?.Invoke() ?? Task.CompletedTask);
        return await inner.GetAsync(Key(key), token);
    }

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => SetAsync(key, value, options).GetAwaiter().GetResult();

    public async Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        await (BeforeSet?.Invoke() ?? Task.CompletedTask);
        await inner.SetAsync(Key(key), value, options, token);
    }

    public void Refresh(string key) => inner.Refresh(Key(key));

    public Task RefreshAsync(string key, CancellationToken token = default) => inner.RefreshAsync(Key(key), token);

    public void Remove(string key) => inner.Remove(Key(key));

    public Task RemoveAsync(string key, CancellationToken token = default) => inner.RemoveAsync(Key(key), token);
}
