using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Risk;

namespace Trellis.Server.Ascend.Governance.Settings;

/// <summary>What an organisation sets about its decisions as a whole. Immutable.</summary>
internal sealed record GovernanceSettings
{
    /// <summary>An organisation that has set nothing.</summary>
    public static GovernanceSettings Default { get; } = new();

    /// <summary>Which of several policies decide.</summary>
    public ResolutionStrategy Strategy { get; init; }

    /// <summary>What happens above and between the thresholds.</summary>
    public DecisionSettings Decisions { get; init; } = DecisionSettings.Default;

    /// <summary>Which model turns an action into a score.</summary>
    public RiskProfile Profile { get; init; }

    /// <summary>Whether an agent has to be registered and active to act.</summary>
    public bool RequireActiveAgent { get; init; }

    /// <summary>Thresholds that are tried out beside the agents' own; null for none.</summary>
    public AgentThresholds? ShadowThresholds { get; init; }
}
