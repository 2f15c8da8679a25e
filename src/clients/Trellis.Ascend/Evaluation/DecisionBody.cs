using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>A decision as it comes over the wire, in every shape that it has there. Contract sections 2.3 and 2.4.</summary>
internal sealed class DecisionBody
{
    public string? ActionId { get; set; }

    public string? Id { get; set; }

    public string? Decision { get; set; }

    public string? Status { get; set; }

    public bool? ExecutionAllowed { get; set; }

    public bool? Success { get; set; }

    public string? Reason { get; set; }

    public string? Message { get; set; }

    public double? RiskScore { get; set; }

    public string? RiskLevel { get; set; }

    public bool? RequiresApproval { get; set; }

    public string? ApprovalRequestId { get; set; }

    public IReadOnlyList<string>? RequiredApprovers { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public IReadOnlyList<string>? PolicyViolations { get; set; }

    public IReadOnlyList<string>? Conditions { get; set; }

    public string? ApprovedBy { get; set; }

    public string? ReviewedBy { get; set; }

    public DateTimeOffset? ApprovedAt { get; set; }

    public DateTimeOffset? ReviewedAt { get; set; }

    public string? Comments { get; set; }

    public JsonNode? Metadata { get; set; }

    public string? CorrelationId { get; set; }

    public double? CvssScore { get; set; }

    public string? CvssSeverity { get; set; }

    public string? CvssVector { get; set; }

    public string? MitreTactic { get; set; }

    public string? MitreTechnique { get; set; }

    public string? NistControl { get; set; }

    public string? NistDescription { get; set; }

    public JsonNode? CodeAnalysis { get; set; }

    public JsonNode? PromptSecurity { get; set; }

    public JsonNode? McpGovernance { get; set; }

    public JsonNode? ModelGovernance { get; set; }

    public double? ProcessingTimeMs { get; set; }

    public bool? AlertTriggered { get; set; }

    public long? AlertId { get; set; }

    public string? WorkflowId { get; set; }

    public string? PolicyDecision { get; set; }

    public int? MatchedPolicies { get; set; }

    public int? MatchedSmartRules { get; set; }

    public JsonNode? OutputScanResult { get; set; }

    public int? OutputFindingsCount { get; set; }

    public JsonNode? Thresholds { get; set; }

    public string? EnforcementDecision { get; set; }

    public string? EnforcementDecisionSource { get; set; }

    public string? RiskScoreSource { get; set; }

    public string? ShadowEnforcementDecision { get; set; }

    public string? ShadowEnforcementDecisionSource { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalFields { get; set; }
}
