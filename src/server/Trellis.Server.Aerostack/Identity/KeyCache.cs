using System.Collections.Concurrent;

namespace Trellis.Server.Aerostack.Identity;

/// <summary>
/// What is known of good keys, by hash, for a few seconds: so long may a key that another server on the same store has ended still open this
/// one. A key that this server ends is forgotten at once. Safe for concurrent use.
/// </summary>
internal sealed class KeyCache(TimeProvider time)
{
    private const int Capacity = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, (ProjectKey Key, DateTimeOffset Until)> _keys = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>Changes whenever a key ends. Read it before the store is read.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>What is known of a key; null for nothing.</summary>
    public ProjectKey? Find(string hash) => _keys.TryGetValue(hash, out var known) && known.Until > time.GetUtcNow() ? known.Key : null;

    /// <summary>Remembers what the store says of a key, unless a key has ended since: it may be this one.</summary>
    public void Remember(ProjectKey key, long version)
    {
        // Keys are few; so many mean that something makes them, and then forgetting all is as good as choosing.
        if (_keys.Count >= Capacity)
            _keys.Clear();
        _keys[key.Hash] = (key, time.GetUtcNow() + Lifetime);
        if (version != Version)
            _keys.TryRemove(key.Hash, out _);
    }

    /// <summary>Forgets a key that has ended.</summary>
    public void Forget(string hash)
    {
        Interlocked.Increment(ref _version);
        _keys.TryRemove(hash, out _);
    }
}
