namespace Trellis.Server.Ascend.Policies;

/// <summary>What an organisation wants to happen to some actions (contract, section 6.5). Immutable.</summary>
internal sealed record Policy
{
    /// <summary>Its number in the organisation's store.</summary>
    public required long Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; init; } = "";

    /// <summary>Whether it counts.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Which comes first: the lower number.</summary>
    public int Priority { get; init; } = DefaultPriority;

    /// <summary>Whom it is about.</summary>
    public PolicyLevel Level { get; init; }

    /// <summary>Which agent type or which agent; null for the whole organisation.</summary>
    public string? Target { get; init; }

    /// <summary>What an action must be like.</summary>
    public PolicyConditions Conditions { get; init; } = PolicyConditions.None;

    /// <summary>What happens to it.</summary>
    public required PolicyEffect Effect { get; init; }

    /// <summary>How.</summary>
    public PolicyActionParameters Parameters { get; init; } = PolicyActionParameters.None;

    /// <summary>The priority of a policy that names none.</summary>
    public const int DefaultPriority = 100;
}
