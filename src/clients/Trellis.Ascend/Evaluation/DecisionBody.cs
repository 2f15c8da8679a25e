using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Trellis.Ascend.Json;

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

    // What the server says again of the action. Nothing here reads it, and as unknown members each would be a document of its own.
    public string? AgentId { get; set; }

    public string? ActionType { get; set; }

    public string? Resource { get; set; }

    public string? Timestamp { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? AdditionalFields { get; set; }

    /// <summary>Whether there is anything that a decision has no property for.</summary>
    [JsonIgnore]
    public bool SaysMore => AdditionalFields is not null || (AgentId ?? ActionType ?? Resource ?? Timestamp) is not null;

    /// <summary>All that a decision has no property for, each under its name on the wire; <see langword="null"/> for nothing.</summary>
    public IReadOnlyDictionary<string, JsonElement>? CollectAdditionalFields()
    {
        var fields = AdditionalFields is null ? [] : new Dictionary<string, JsonElement>(AdditionalFields);
        Add(fields, "agent_id", AgentId);
        Add(fields, "action_type", ActionType);
        Add(fields, "resource", Resource);
        Add(fields, "timestamp", Timestamp);
        return fields.Count == 0 ? null : fields;
    }

    private static void Add(Dictionary<string, JsonElement> fields, string name, string? text)
    {
        if (text is not null)
        {
            fields.Add(name, JsonSerializer.SerializeToElement(text, AscendJsonContext.Default.String));
        }
    }
}
