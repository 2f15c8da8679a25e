namespace Trellis.Akshi;

/// <summary>A signed entry of a journal. Contract section 2.10.</summary>
public sealed record SyncEnvelope : AkshiAnswer
{
    /// <summary>Its place in the journal.</summary>
    public long Seq { get; init; }

    /// <summary>Whose journal it is.</summary>
    public string? Agent { get; init; }

    /// <summary>The hash of what it holds, <c>sha256:…</c>; in answers.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>What it holds, in Base64; in what is posted.</summary>
    public string? Payload { get; init; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>The signature, <c>ed25519:…</c>.</summary>
    public string? Signature { get; init; }
}
