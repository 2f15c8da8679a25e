namespace Trellis.Akshi;

/// <summary>What posts entries of journals. Contract section 2.10.</summary>
internal sealed record EnvelopesBody(string PeerId, IReadOnlyList<SyncEnvelope> Envelopes);
