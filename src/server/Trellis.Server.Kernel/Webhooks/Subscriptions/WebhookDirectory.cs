using System.Collections.Concurrent;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>
/// Remembers who listens in which organisation, so that events without a listener cost next to nothing. On a store of one server what is
/// remembered is exact; on a shared one it counts as long as the organisation's version in the store is the same. Safe for concurrent use.
/// </summary>
internal sealed class WebhookDirectory
{
    private readonly ConcurrentDictionary<long, Entry> _entries = new();
    private long _generation;

    public bool MayHaveListeners(long organisationId, string platform, string eventName) =>
        !_entries.TryGetValue(organisationId, out var entry)
        || entry.IsShared
        || entry.Listeners.Any(listener => listener.Hears(platform, eventName));

    /// <summary>The active subscriptions of an organisation, as the transaction sees them.</summary>
    public async ValueTask<IReadOnlyList<WebhookListener>> FindAsync(ISqlSession session, long organisationId)
    {
        var isShared = session.Dialect.IsShared;
        _entries.TryGetValue(organisationId, out var known);
        if (known is not null && !isShared)
            return known.Listeners;

        var generation = Interlocked.Read(ref _generation);
        var version = await WebhookSubscriptionTable.VersionAsync(session, organisationId);
        if (known is not null && known.Version == version)
            return known.Listeners;

        var listeners = version == 0 ? [] : await WebhookSubscriptionTable.ListenersAsync(session, organisationId);
        var entry = new Entry(version, listeners, isShared);

        // After the commit, since until then the transaction may see changes that are undone with it.
        session.AfterCommit(() => Remember(organisationId, entry, generation));
        return listeners;
    }

    /// <summary>Makes every server forget what it knows of an organisation, once the transaction is durable.</summary>
    public async ValueTask ChangeAsync(ISqlSession session, long organisationId)
    {
        await WebhookSubscriptionTable.NextVersionAsync(session, organisationId);
        session.AfterCommit(() =>
        {
            Interlocked.Increment(ref _generation);
            _entries.TryRemove(organisationId, out _);
        });
    }

    private void Remember(long organisationId, Entry entry, long generation)
    {
        if (Interlocked.Read(ref _generation) == generation)
            _entries[organisationId] = entry;
    }

    private sealed record Entry(long Version, IReadOnlyList<WebhookListener> Listeners, bool IsShared);
}
