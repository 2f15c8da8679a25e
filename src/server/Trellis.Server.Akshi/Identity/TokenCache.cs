using System.Collections.Concurrent;

namespace Trellis.Server.Akshi.Identity;

/// <summary>The hashes of tokens that the store has called good, for a few seconds. Safe for concurrent use.</summary>
internal sealed class TokenCache(TimeProvider time)
{
    private const int Capacity = 1_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _until = new(StringComparer.Ordinal);

    /// <summary>Whether a token is known to be good.</summary>
    public bool Contains(string hash) => _until.TryGetValue(hash, out var until) && until > time.GetUtcNow();

    /// <summary>Remembers that a token is good.</summary>
    public void Remember(string hash)
    {
        if (_until.Count >= Capacity)
            _until.Clear();
        _until[hash] = time.GetUtcNow() + Lifetime;
    }
}
