namespace Trellis.Server.Akshi.Sync;

/// <summary>The nodes that this one knows. A reload exchanges them as a whole. Safe for concurrent use.</summary>
internal sealed class SyncPeers
{
    private volatile IReadOnlyList<SyncPeer> _all = [];

    /// <summary>All of them.</summary>
    /// <value>Default none: then nobody's envelopes are taken.</value>
    public IReadOnlyList<SyncPeer> All
    {
        get => _all;
        set => _all = value;
    }

    /// <summary>A node by its name; null when it is not known.</summary>
    public SyncPeer? Find(string id) => _all.FirstOrDefault(peer => peer.Id == id);
}
