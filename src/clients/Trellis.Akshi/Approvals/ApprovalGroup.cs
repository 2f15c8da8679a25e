namespace Trellis.Akshi;

/// <summary>Approvals of one agent for one kind of thing. Contract section 2.7.</summary>
public sealed record ApprovalGroup : AkshiAnswer
{
    /// <summary>Whose they are.</summary>
    public string? Agent { get; init; }

    /// <summary>What kind of thing they are for.</summary>
    public string? Capability { get; init; }

    /// <summary>How many.</summary>
    public int? Count { get; init; }

    /// <summary>Their ids. Never null.</summary>
    public IReadOnlyList<string> Ids { get; init => field = value ?? []; } = [];
}
