namespace Trellis.Akshi;

/// <summary>What an agent is good at. Contract section 2.13.</summary>
public sealed record AgentCardSkill : AkshiAnswer
{
    /// <summary>Its id.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>What it is.</summary>
    public string? Description { get; init; }
}
