namespace Trellis.Server.Ascend.Models;

/// <summary>A model that agents of an organisation may run on.</summary>
internal sealed record RegisteredModel
{
    /// <summary>The number within the organisation, which agents are linked to.</summary>
    public long Number { get; init; }

    /// <summary>The id that the organisation gave it, which submitted actions name.</summary>
    public required string ModelId { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string Environment { get; init; }

    public required string Owner { get; init; }

    public required string RiskLevel { get; init; }

    public required string DataClassification { get; init; }

    public string? Provider { get; init; }

    public string? Description { get; init; }

    /// <summary>A JSON object.</summary>
    public string Metadata { get; init; } = "{}";

    /// <summary>The approvals so far, at most one of each regime.</summary>
    public IReadOnlyList<ModelApproval> Approvals { get; init; } = [];

    /// <summary>Whether it is not to be used any more.</summary>
    public bool IsDeprecated { get; init; }

    public required string RegisteredBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>How far it is approved: one of <see cref="ModelStatus"/>.</summary>
    public string Status =>
        IsDeprecated ? ModelStatus.Deprecated
        : Approvals.Count == 0 ? ModelStatus.PendingReview
        : Approvals.Count < Frameworks.All.Length ? ModelStatus.PartiallyApproved
        : ModelStatus.Approved;
}
