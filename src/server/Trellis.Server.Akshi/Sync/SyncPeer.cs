namespace Trellis.Server.Akshi.Sync;

/// <summary>Another node whose journals are taken.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Did">Its <c>did:key</c>: what it sends is signed by that key.</param>
internal sealed record SyncPeer(string Id, string Did);
