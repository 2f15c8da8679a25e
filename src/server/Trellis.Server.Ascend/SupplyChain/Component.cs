namespace Trellis.Server.Ascend.SupplyChain;

/// <summary>Something that agents are built from: a model, a library, a data set, a tool.</summary>
internal sealed record Component
{
    /// <summary>The number within the organisation.</summary>
    public long Number { get; init; }

    /// <summary>The id that the organisation gave it.</summary>
    public required string ComponentId { get; init; }

    /// <summary>What it is, in the organisation's words.</summary>
    public required string Type { get; init; }

    /// <summary><c>low</c>, <c>medium</c>, <c>high</c> or <c>critical</c>.</summary>
    public required string RiskLevel { get; init; }

    /// <summary>Whether it is in use.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Everything else.</summary>
    public required ComponentDescription Description { get; init; }

    public required string RegisteredBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}
