namespace Trellis.Akshi;

/// <summary>A decision that was taken. Contract section 2.7.</summary>
public sealed record ApprovalReceipt : AkshiAnswer
{
    /// <summary>Whether it was taken.</summary>
    public bool? Ok { get; init; }

    /// <summary>The approval's id.</summary>
    public string? Id { get; init; }

    /// <summary>The same, as the Python SDK names it.</summary>
    public string? RequestId { get; init; }

    /// <summary>What was decided.</summary>
    public ApprovalVerdict? Decision { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; init; }
}
