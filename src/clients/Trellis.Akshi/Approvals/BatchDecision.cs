namespace Trellis.Akshi;

/// <summary>What became of a decision about several approvals. Contract section 2.7.</summary>
public sealed record BatchDecision : AkshiAnswer
{
    /// <summary>How many were decided by it.</summary>
    public int? Decided { get; init; }

    /// <summary>Which ones: those that were unknown or decided already are missing. Never null.</summary>
    public IReadOnlyList<string> Ids { get; init => field = value ?? []; } = [];
}
