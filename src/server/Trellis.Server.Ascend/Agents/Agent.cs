using Trellis.Server.Ascend.Limits;

namespace Trellis.Server.Ascend.Agents;

/// <summary>A registered agent.</summary>
internal sealed record Agent
{
    public required long OrganisationId { get; init; }

    /// <summary>The agent's own id.</summary>
    public required string AgentId { get; init; }

    /// <summary>Its number within the organisation.</summary>
    public long Number { get; init; }

    public required string DisplayName { get; init; }

    /// <summary>As it was given; a type that is not known is judged as <c>supervised</c>.</summary>
    public string AgentType { get; init; } = "supervised";

    public string? Environment { get; init; }

    public string Status { get; init; } = AgentStatus.Draft;

    /// <summary>Why it has this status.</summary>
    public string? StatusReason { get; init; }

    public string TrustLevel { get; init; } = TrustLevels.Standard;

    /// <summary>Why a command blocks it; null when none does.</summary>
    public string? BlockedReason { get; init; }

    /// <summary>Its own thresholds, which hold once it is active.</summary>
    public required AgentThresholds Thresholds { get; init; }

    /// <summary>The number of the model it runs on; null when it is linked to none.</summary>
    public long? ModelId { get; init; }

    public AgentSettings Settings { get; init; } = AgentSettings.Default;

    /// <summary>How much it may do; null for no limits of its own.</summary>
    public AgentLimits? Limits { get; init; }

    /// <summary>Who registered it, by actor id.</summary>
    public required string RegisteredBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    /// <summary>
    /// When it left; null while it is there. What governs it is kept, so that neither leaving nor coming back loosens anything.
    /// </summary>
    public DateTimeOffset? DeregisteredAt { get; init; }

    /// <summary>Why everything that it asks for is denied; null when it is not.</summary>
    public string? StopReason => this switch
    {
        { Status: AgentStatus.Retired } => "The agent is retired.",
        { Status: AgentStatus.Suspended, StatusReason: { } reason } => $"The agent is suspended: {reason}",
        { Status: AgentStatus.Suspended } => "The agent is suspended.",
        { BlockedReason: { } reason } => $"The agent is blocked by a kill switch: {reason}",
        _ => null,
    };

    /// <summary>What decisions need to know of it. Once it has left, what restricts it goes on doing so: nobody gets rid of it by leaving.</summary>
    public AgentProfile ToProfile()
    {
        var thresholds = AgentThresholds.DefaultFor("supervised");
        if (DeregisteredAt is not null)
            thresholds = AgentThresholds.StricterOf(thresholds, Thresholds);
        else if (Status is not (AgentStatus.Draft or AgentStatus.PendingApproval))
            thresholds = Thresholds;

        return new AgentProfile
        {
            AgentId = AgentId,
            IsRegistered = DeregisteredAt is null,
            AgentType = AgentType,
            Status = Status,
            TrustLevel = TrustLevel,
            Environment = Environment,
            Thresholds = thresholds,
            AllowedActionTypes = Settings.AllowedActionTypes,
            AllowedResources = Settings.AllowedResources,
            BlockedResources = Settings.BlockedResources,
            BlockedReason = StopReason,
            ModelId = ModelId,
            Limits = Limits,
        };
    }
}
