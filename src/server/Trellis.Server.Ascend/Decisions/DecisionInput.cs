using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.Decisions;

/// <summary>All that a decision rests on.</summary>
internal sealed record DecisionInput
{
    /// <summary>The risk score, 0 to 100, with what trust adds to it (<see cref="TrustEffect.OnScore"/>).</summary>
    public required int RiskScore { get; init; }

    /// <summary>What policies and smart rules have to say.</summary>
    public required RuleOutcome Rules { get; init; }

    /// <summary>The agent's thresholds, without what trust does to them.</summary>
    public required AgentThresholds Thresholds { get; init; }

    /// <summary>Thresholds that the organisation tries out; null for none.</summary>
    public AgentThresholds? ShadowThresholds { get; init; }

    /// <summary>How far the agent is trusted, one of <see cref="Agents.TrustLevels"/>.</summary>
    public string TrustLevel { get; init; } = TrustLevels.Standard;

    /// <summary>Whether the caller itself asks for a person.</summary>
    public bool RequiresHumanApproval { get; init; }

    /// <summary>Checks of the content that block the action.</summary>
    public IReadOnlyList<ContentBlock> ContentBlocks { get; init; } = [];

    /// <summary>What of the action is beyond the agent's scope, in sentences.</summary>
    public IReadOnlyList<string> ScopeViolations { get; init; } = [];

    /// <summary>What the organisation wants.</summary>
    public DecisionSettings Settings { get; init; } = DecisionSettings.Default;
}
