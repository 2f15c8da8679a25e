namespace Trellis.Akshi;

/// <summary>What waits for somebody's decision, in groups. Contract section 2.7.</summary>
public sealed record ApprovalGroups : AkshiAnswer
{
    /// <summary>The groups. Never null.</summary>
    public IReadOnlyList<ApprovalGroup> Groups { get; init => field = value ?? []; } = [];
}
