using Microsoft.Extensions.Configuration;
using Trellis.Server.Akshi.Nodes;

namespace Trellis.Server.Akshi.Sync;

/// <summary>The nodes whose journals are taken: <c>akshi.peers</c> of <c>trellis.json</c>, a list of <c>{"id","did"}</c>. Safe for concurrent use.</summary>
internal sealed class SyncPeers
{
    /// <summary>Reads the list.</summary>
    /// <param name="section">The section <c>akshi:peers</c>.</param>
    /// <exception cref="InvalidOperationException">An element has no id, or no <c>did:key</c> of Ed25519.</exception>
    public SyncPeers(IConfiguration section) => All = [.. section.GetChildren().Select(Read)];

    /// <summary>All of them, in the order of the list. With none, nobody's envelopes are taken.</summary>
    public IReadOnlyList<SyncPeer> All { get; }

    /// <summary>A node by its name; null when it is not known.</summary>
    public SyncPeer? Find(string id) => All.FirstOrDefault(peer => peer.Id == id);

    private static SyncPeer Read(IConfigurationSection element) =>
        element["id"] is { Length: > 0 } id && element["did"] is { } did && DidKey.TryRead(did) is not null
            ? new SyncPeer(id, did)
            : throw new InvalidOperationException($"'{element.Path}' needs an 'id' and a 'did' such as did:key:z6Mk….");
}
