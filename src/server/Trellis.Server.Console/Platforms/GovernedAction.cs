using System.Text.Json;

namespace Trellis.Server.Console.Platforms;

/// <summary>An action as ASCEND tells of it (contract, section 2.4).</summary>
internal sealed record GovernedAction
{
    /// <summary>The number.</summary>
    public long Id { get; init; }

    /// <summary><c>approved</c>, <c>denied</c> or <c>pending_approval</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>0 to 100.</summary>
    public double? RiskScore { get; init; }

    /// <summary>The same as a word.</summary>
    public string? RiskLevel { get; init; }

    /// <summary>What the score comes from.</summary>
    public string? RiskScoreSource { get; init; }

    /// <summary>CVSS 3.1.</summary>
    public double? CvssScore { get; init; }

    /// <summary>The severity of the CVSS score.</summary>
    public string? CvssSeverity { get; init; }

    /// <summary>The vector of the CVSS score.</summary>
    public string? CvssVector { get; init; }

    /// <summary>The control of NIST SP 800-53.</summary>
    public string? NistControl { get; init; }

    /// <summary>Its title.</summary>
    public string? NistDescription { get; init; }

    /// <summary>The tactic of MITRE ATT&amp;CK.</summary>
    public string? MitreTactic { get; init; }

    /// <summary>The technique.</summary>
    public string? MitreTechnique { get; init; }

    /// <summary>What decided: a policy, a rule, a threshold or a gate.</summary>
    public string? EnforcementDecisionSource { get; init; }

    /// <summary>Policies that were violated.</summary>
    public JsonElement PolicyViolations { get; init; }

    /// <summary>The policy's decision, with the policies that matched.</summary>
    public JsonElement PolicyDecision { get; init; }

    /// <summary>How many policies matched.</summary>
    public int? MatchedPolicies { get; init; }

    /// <summary>How many smart rules matched.</summary>
    public int? MatchedSmartRules { get; init; }

    /// <summary>The thresholds of the agent.</summary>
    public JsonElement Thresholds { get; init; }

    /// <summary>What must hold if it is carried out.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>The approval that it waits for, or waited for.</summary>
    public string? ApprovalRequestId { get; init; }

    /// <summary>Who wants to act.</summary>
    public string? AgentId { get; init; }

    /// <summary>Its name for people.</summary>
    public string? AgentName { get; init; }

    /// <summary>What kind of action.</summary>
    public string? ActionType { get; init; }

    /// <summary>On what.</summary>
    public string? Resource { get; init; }

    /// <summary>With what.</summary>
    public string? ToolName { get; init; }

    /// <summary>In words.</summary>
    public string? Description { get; init; }

    /// <summary>The exact parameters.</summary>
    public JsonElement ActionDetails { get; init; }

    /// <summary>The circumstances.</summary>
    public JsonElement Context { get; init; }

    /// <summary>What the code check has found.</summary>
    public JsonElement CodeAnalysis { get; init; }

    /// <summary>What the prompt check has found.</summary>
    public JsonElement PromptSecurity { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>How it ended, once it has: <c>completed</c> or <c>failed</c>.</summary>
    public string? ExecutionStatus { get; init; }

    /// <summary>What people said.</summary>
    public string? Comments { get; init; }

    /// <summary>The id under which logs speak of it.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Its steps, the oldest first.</summary>
    public IReadOnlyList<GovernedActionStep>? AuditTrail { get; init; }
}
