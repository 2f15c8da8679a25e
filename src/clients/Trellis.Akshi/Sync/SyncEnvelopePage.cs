namespace Trellis.Akshi;

/// <summary>A part of a journal. Contract section 2.10.</summary>
public sealed record SyncEnvelopePage : AkshiAnswer
{
    /// <summary>The entries. Never null.</summary>
    public IReadOnlyList<SyncEnvelope> Envelopes { get; init => field = value ?? []; } = [];
}
