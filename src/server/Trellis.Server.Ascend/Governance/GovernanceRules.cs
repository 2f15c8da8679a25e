using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Approvals.Workflows;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Signing;

namespace Trellis.Server.Ascend.Governance;

/// <summary>By what an organisation judges. Immutable, compiled once per change.</summary>
internal sealed record GovernanceRules
{
    /// <summary>An organisation that has set nothing.</summary>
    public static GovernanceRules Default { get; } = new();

    /// <summary>The policies and smart rules.</summary>
    public CompiledRules Compiled { get; init; } = CompiledRules.Empty;

    /// <summary>What it wants above and between the thresholds.</summary>
    public DecisionSettings Decisions { get; init; } = DecisionSettings.Default;

    /// <summary>Which model turns an action into a score.</summary>
    public RiskProfile Profile { get; init; }

    /// <summary>Thresholds that it tries out; null for none.</summary>
    public AgentThresholds? ShadowThresholds { get; init; }

    /// <summary>Who approves what waits for a person.</summary>
    public WorkflowSet Workflows { get; init; } = WorkflowSet.Default;

    /// <summary>How it signs its requests; null for not at all.</summary>
    public SigningSettings? Signing { get; init; }

    /// <summary>Whether an agent has to be registered and active to act.</summary>
    public bool RequireActiveAgent { get; init; }
}
