namespace Trellis.Akshi;

/// <summary>What posts findings. Contract section 2.5.</summary>
internal sealed record FindingsBody(IReadOnlyList<FindingRecord> Findings);
