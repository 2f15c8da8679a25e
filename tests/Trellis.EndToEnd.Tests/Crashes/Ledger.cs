using System.Collections.Concurrent;
using Trellis.Askii;

namespace Trellis.EndToEnd.Tests.Crashes;

/// <summary>Everything that the clients were told, over all lives of the server. Safe for concurrent use.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, LedgerKey> _keys = new();
    private IReadOnlyCollection<LedgerKey> _earlier = [];
    private int _changes;
    private int _made;

    /// <summary>What chats cost; null until it was measured.</summary>
    public ChatTariff? Tariff { get; set; }

    /// <summary>The key that all writers of this life share; null before the first.</summary>
    public LedgerKey? Shared { get; private set; }

    /// <summary>The keys, also those that are revoked, and those whose making was not acknowledged.</summary>
    public ICollection<LedgerKey> Keys => _keys.Values;

    /// <summary>The keys of this life of the server.</summary>
    public IEnumerable<LedgerKey> Recent => Keys.Except(_earlier);

    /// <summary>How many changes were acknowledged. Each has an audit record.</summary>
    public int Changes => Volatile.Read(ref _changes);

    /// <summary>Begins the next life, with a key that all writers share and whose budget holds for a few chats.</summary>
    public async Task BeginLifeAsync(AskiiClient askii)
    {
        _earlier = [.. Keys];
        Shared = New();
        Shared.Value = (await askii.Keys.ProvisionAsync(new() { KeyAlias = Shared.Alias, MaxBudget = Tariff!.Budget })).ApiKey;
        Acknowledge();
    }

    /// <summary>Notes a key before it is asked for.</summary>
    public LedgerKey New()
    {
        var key = new LedgerKey($"{LedgerKey.Prefix}{Interlocked.Increment(ref _made)}");
        _keys[key.Alias] = key;
        return key;
    }

    /// <summary>Notes that a change was acknowledged.</summary>
    public void Acknowledge() => Interlocked.Increment(ref _changes);

    /// <summary>Whether somebody asked for a key of this alias.</summary>
    public bool Knows(string alias) => _keys.ContainsKey(alias);

    /// <summary>Forgets a key that was never made.</summary>
    public void Forget(LedgerKey key) => _keys.TryRemove(key.Alias, out _);
}
