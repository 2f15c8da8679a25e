using System.Collections.Concurrent;

namespace Trellis.Server.Ascend.Identity;

/// <summary>
/// What is known of keys, by hash. It may be out of date: who uses it confirms within its transaction that the organisation's registry has
/// not changed since. Safe for concurrent use.
/// </summary>
internal sealed class KeyCache
{
    private const int Capacity = 10_000;

    private readonly ConcurrentDictionary<string, AscendKey> _keys = new(StringComparer.Ordinal);

    /// <summary>What is known of a key; null for nothing.</summary>
    public AscendKey? Find(string hash) => _keys.GetValueOrDefault(hash);

    /// <summary>Remembers what the store says of a key.</summary>
    public void Remember(AscendKey key)
    {
        // Keys are few; so many mean that something makes them, and then forgetting all is as good as choosing.
        if (_keys.Count >= Capacity)
            _keys.Clear();
        _keys[key.Hash] = key;
    }
}
