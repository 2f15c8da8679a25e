using Trellis.Server.Aerostack.Identity;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>One socket. What it is subscribed to is changed by its own reader alone; its outbox is filled by everybody.</summary>
internal sealed class RealtimeConnection(RealtimeIdentity identity, Outbox outbox, Guid id)
{
    private volatile RealtimeIdentity _identity = identity;

    /// <summary>What others know it by.</summary>
    public string Id { get; } = $"con_{id:N}";

    /// <summary>Who it is; a new token may change that.</summary>
    public RealtimeIdentity Identity
    {
        get => _identity;
        set => _identity = value;
    }

    /// <summary>Its project.</summary>
    public Project Project => Identity.Project;

    /// <summary>What waits to be sent to it.</summary>
    public Outbox Outbox { get; } = outbox;

    /// <summary>The topics that it is subscribed to, by key.</summary>
    public HashSet<string> Topics { get; } = new(StringComparer.Ordinal);

    /// <summary>The topics that it is present in, by key.</summary>
    public HashSet<string> Presences { get; } = new(StringComparer.Ordinal);
}
