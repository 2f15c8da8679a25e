using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Ascend.Rules;

namespace Trellis.Server.Ascend.Actions;

/// <summary>An action, what was found about it, and what was decided. Immutable.</summary>
internal sealed record Judgement
{
    /// <summary>What was known when it was judged.</summary>
    public required Circumstances Circumstances { get; init; }

    /// <summary>The action.</summary>
    public required ProposedAction Action { get; init; }

    /// <summary>What held in the organisation.</summary>
    public GovernanceState State => Circumstances.State;

    /// <summary>The agent.</summary>
    public AgentProfile Agent => Circumstances.Agent;

    /// <summary>The risk.</summary>
    public required RiskAssessment Risk { get; init; }

    /// <summary>The score that counts: the risk's, with what the agent's trust adds.</summary>
    public required int Score { get; init; }

    /// <summary>What policies and smart rules say.</summary>
    public required RuleOutcome Rules { get; init; }

    /// <summary>The decision.</summary>
    public required Decision Decision { get; init; }

    /// <summary>What broke while it was judged, so that it is denied; null for nothing.</summary>
    public Exception? Failure { get; init; }

    /// <summary>The level of the score.</summary>
    public RiskLevel Level => RiskBands.Of(Score);

    /// <summary>Whether somebody ought to be alerted (contract, section 6.9).</summary>
    public bool IsAlarming => Level >= RiskLevel.High || Rules.RaisesAlert;
}
