using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>What the server decided about an action. Contract section 2.3. Immutable.</summary>
public sealed partial record AuthorizationDecision
{
    /// <summary>The condition of a decision that <see cref="FailMode.Open"/> made.</summary>
    public const string FailOpenCondition = "fail_open_mode";

    /// <summary>The action's id, a number as text on most servers. It begins with <c>fail_open_</c> when no server has seen the action.</summary>
    public required string ActionId { get; init; }

    /// <summary>The decision. What the server says in words of its own is pending, never allowed.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Whether the action may be carried out now. As the server sent it, and else whether the decision is to allow it.</summary>
    public bool ExecutionAllowed { get; init; }

    /// <summary>The word for the decision as on the wire.</summary>
    public string? Status { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Reason { get; init; }

    /// <summary>The risk from 0 to 100, fractions rounded half away from zero; <see langword="null"/> when the server sent none.</summary>
    public int? RiskScore { get; init; }

    /// <summary>The band of the risk; <see langword="null"/> when the server sent none or a word that is not known.</summary>
    public RiskLevel? RiskLevel { get; init; }

    /// <summary>The word for <see cref="RiskLevel"/> as on the wire.</summary>
    public string? RiskLevelText { get; init; }

    /// <summary>What the action violates. Never null.</summary>
    public IReadOnlyList<string> PolicyViolations { get; init => field = value ?? []; } = [];

    /// <summary>Under which conditions it is allowed. Never null.</summary>
    public IReadOnlyList<string> Conditions { get; init => field = value ?? []; } = [];

    /// <summary>Whether a person has to decide, or had to.</summary>
    public bool RequiresApproval { get; init; }

    /// <summary>The approval request, for <see cref="AscendClient.CheckApprovalAsync"/>.</summary>
    public string? ApprovalRequestId { get; init; }

    /// <summary>Who may decide. Never null.</summary>
    public IReadOnlyList<string> RequiredApprovers { get; init => field = value ?? []; } = [];

    /// <summary>Until when somebody has to decide.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Who decided.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>What whoever decided said about it.</summary>
    public string? Comments { get; init; }

    /// <summary>The server's id of the decision.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The CVSS 3.1 base score, from 0 to 10.</summary>
    public double? CvssScore { get; init; }

    /// <summary>The word for <see cref="CvssScore"/>.</summary>
    public string? CvssSeverity { get; init; }

    /// <summary>The CVSS 3.1 vector.</summary>
    public string? CvssVector { get; init; }

    /// <summary>The MITRE ATT&amp;CK tactic, such as <c>TA0009</c>.</summary>
    public string? MitreTactic { get; init; }

    /// <summary>The MITRE ATT&amp;CK technique, such as <c>T1213</c>.</summary>
    public string? MitreTechnique { get; init; }

    /// <summary>The NIST SP 800-53 control, such as <c>AC-3</c>.</summary>
    public string? NistControl { get; init; }

    /// <summary>The control's name.</summary>
    public string? NistDescription { get; init; }

    /// <summary>What the check of code found.</summary>
    public JsonNode? CodeAnalysis { get; init; }

    /// <summary>What the check of prompts found.</summary>
    public JsonNode? PromptSecurity { get; init; }

    /// <summary>What the gate for MCP servers found.</summary>
    public JsonNode? McpGovernance { get; init; }

    /// <summary>What the gate for models found.</summary>
    public JsonNode? ModelGovernance { get; init; }

    /// <summary>How long the evaluation took, in milliseconds.</summary>
    public double? ProcessingTimeMs { get; init; }

    /// <summary>Whether an alert was raised.</summary>
    public bool? AlertTriggered { get; init; }

    /// <summary>The alert.</summary>
    public long? AlertId { get; init; }

    /// <summary>The approval workflow.</summary>
    public string? WorkflowId { get; init; }

    /// <summary>What the policies said.</summary>
    public string? PolicyDecision { get; init; }

    /// <summary>How many policies applied.</summary>
    public int? MatchedPolicies { get; init; }

    /// <summary>How many smart rules applied.</summary>
    public int? MatchedSmartRules { get; init; }

    /// <summary>What the output filter found.</summary>
    public JsonNode? OutputScanResult { get; init; }

    /// <summary>How much it found.</summary>
    public int? OutputFindingsCount { get; init; }

    /// <summary>The agent's thresholds, and whether it is registered.</summary>
    public JsonNode? Thresholds { get; init; }

    /// <summary>The verdict in full: <c>auto_approved</c>, <c>pending_approval</c>, <c>denied</c>, <c>escalated</c>.</summary>
    public string? EnforcementDecision { get; init; }

    /// <summary>What led to it: <c>threshold</c>, <c>policy</c>, <c>smart_rule</c>, <c>code_analysis</c>, <c>prompt_security</c>.</summary>
    public string? EnforcementDecisionSource { get; init; }

    /// <summary>What the score comes from: <c>cvss</c>, <c>policy</c>, <c>code_analysis</c>, <c>prompt_security</c>, <c>pipeline</c>.</summary>
    public string? RiskScoreSource { get; init; }

    /// <summary>The verdict under the organisation's thresholds on trial, if it has any.</summary>
    public string? ShadowEnforcementDecision { get; init; }

    /// <summary>What led to that.</summary>
    public string? ShadowEnforcementDecisionSource { get; init; }

    /// <summary>Fields that this version does not know, as received.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AdditionalFields
    {
        get => field ??= SentBody?.CollectAdditionalFields();
        init;
    }

    /// <summary>Whether <see cref="FailMode.Open"/> made this decision, because the server could not be reached.</summary>
    public bool IsFailOpen => Conditions.Contains(FailOpenCondition);
}
