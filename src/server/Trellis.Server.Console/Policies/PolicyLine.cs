namespace Trellis.Server.Console.Policies;

/// <summary>A policy as ASCEND lists it.</summary>
internal sealed record PolicyLine
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>What people call it.</summary>
    public required string PolicyName { get; init; }

    /// <summary>What it is for.</summary>
    public string? PolicyDescription { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool IsActive { get; init; }

    /// <summary>Which comes first: the lower number.</summary>
    public int Priority { get; init; }

    /// <summary>Whom it is about: <c>organization</c>, <c>agent_type</c> or <c>agent</c>.</summary>
    public string Level { get; init; } = "";

    /// <summary>Which agent type or agent.</summary>
    public string? Target { get; init; }

    /// <summary><c>allow</c>, <c>block</c>, <c>require_approval</c> or <c>escalate</c>.</summary>
    public string PolicyAction { get; init; } = "";

    /// <summary>Who changed it last.</summary>
    public string? UpdatedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}
