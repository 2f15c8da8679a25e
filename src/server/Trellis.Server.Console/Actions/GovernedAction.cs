using System.Text.Json;

namespace Trellis.Server.Console.Actions;

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

    /// <summary>What it violates, in sentences.</summary>
    public IReadOnlyList<string>? PolicyViolations { get; init; }

    /// <summary>What policies alone say of it.</summary>
    public string? PolicyDecision { get; init; }

    /// <summary>How many policies matched.</summary>
    public int? MatchedPolicies { get; init; }

    /// <summary>How many smart rules matched.</summary>
    public int? MatchedSmartRules { get; init; }

    /// <summary>The thresholds of the agent.</summary>
    public AgentThresholds? Thresholds { get; init; }

    /// <summary>What must hold if it is carried out.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>The approval that it waits for, or waited for.</summary>
    public string? ApprovalRequestId { get; init; }

    /// <summary>Who wants to act.</summary>
    public string? AgentId { get; init; }

    /// <summary>The key or person that asked for it.</summary>
    public string? UserId { get; init; }

    /// <summary>Its name for people.</summary>
    public string? AgentName { get; init; }

    /// <summary>What kind of action.</summary>
    public string? ActionType { get; init; }

    /// <summary>On what.</summary>
    public string? Resource { get; init; }

    /// <summary>On which one of these.</summary>
    public string? ResourceId { get; init; }

    /// <summary>With what.</summary>
    public string? ToolName { get; init; }

    /// <summary>In words.</summary>
    public string? Description { get; init; }

    /// <summary>The exact parameters.</summary>
    public JsonElement ActionDetails { get; init; }

    /// <summary>The circumstances.</summary>
    public JsonElement Context { get; init; }

    /// <summary>What the code check has found; null when there was no code.</summary>
    public ContentFindings? CodeAnalysis { get; init; }

    /// <summary>What the prompt check has found; null when there were no prompts.</summary>
    public ContentFindings? PromptSecurity { get; init; }

    /// <summary>What the registry says of the MCP server.</summary>
    public JsonElement McpGovernance { get; init; }

    /// <summary>What the registry says of the model.</summary>
    public JsonElement ModelGovernance { get; init; }

    /// <summary>The worst of what was found in its output.</summary>
    public string? OutputScanResult { get; init; }

    /// <summary>How much was found in its output.</summary>
    public int? OutputFindingsCount { get; init; }

    /// <summary>The alert that it has raised.</summary>
    public long? AlertId { get; init; }

    /// <summary>What would be decided by the thresholds that are tried out.</summary>
    public string? ShadowEnforcementDecision { get; init; }

    /// <summary>The orchestration that it belongs to.</summary>
    public string? OrchestrationSessionId { get; init; }

    /// <summary>The verdict, finer than the status.</summary>
    public string? EnforcementDecision { get; init; }

    /// <summary>Who has approved it.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>How long the decision took, in milliseconds.</summary>
    public long? ProcessingTimeMs { get; init; }

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
