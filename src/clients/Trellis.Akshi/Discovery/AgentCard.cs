namespace Trellis.Akshi;

/// <summary>What a runtime says about itself to other agents. Contract section 2.13.</summary>
public sealed record AgentCard : AkshiAnswer
{
    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its address.</summary>
    public string? Url { get; init; }

    /// <summary>Its version.</summary>
    public string? Version { get; init; }

    /// <summary>What it can do.</summary>
    public AgentCardCapabilities? Capabilities { get; init; }

    /// <summary>What it is good at: one for each agent. Never null.</summary>
    public IReadOnlyList<AgentCardSkill> Skills { get; init => field = value ?? []; } = [];
}
