using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <content>The decision's metadata.</content>
public sealed partial record AuthorizationDecision
{
    /// <summary>
    /// The server's metadata, and the fields from <see cref="CorrelationId"/> to <see cref="Thresholds"/> that are set, each under its
    /// name on the wire unless the metadata has a member of that name. Contract section 2.3.
    /// </summary>
    public JsonObject Metadata
    {
        get => field ??= Mirror();
        init;
    }

    /// <summary>The metadata as the server sent it.</summary>
    internal JsonNode? SentMetadata { get; init; }

    /// <summary>The whole answer, for what few ask for.</summary>
    internal DecisionBody? SentBody { get; init; }

    private JsonObject Mirror()
    {
        var metadata = (JsonObject?)(SentMetadata as JsonObject)?.DeepClone() ?? [];
        Add(metadata, "correlation_id", CorrelationId);
        Add(metadata, "cvss_score", CvssScore);
        Add(metadata, "cvss_severity", CvssSeverity);
        Add(metadata, "cvss_vector", CvssVector);
        Add(metadata, "mitre_tactic", MitreTactic);
        Add(metadata, "mitre_technique", MitreTechnique);
        Add(metadata, "nist_control", NistControl);
        Add(metadata, "nist_description", NistDescription);
        Add(metadata, "code_analysis", CodeAnalysis);
        Add(metadata, "prompt_security", PromptSecurity);
        Add(metadata, "mcp_governance", McpGovernance);
        Add(metadata, "model_governance", ModelGovernance);
        Add(metadata, "processing_time_ms", ProcessingTimeMs);
        Add(metadata, "alert_triggered", AlertTriggered);
        Add(metadata, "alert_id", AlertId);
        Add(metadata, "workflow_id", WorkflowId);
        Add(metadata, "policy_decision", PolicyDecision);
        Add(metadata, "matched_policies", MatchedPolicies);
        Add(metadata, "matched_smart_rules", MatchedSmartRules);
        Add(metadata, "output_scan_result", OutputScanResult);
        Add(metadata, "output_findings_count", OutputFindingsCount);
        Add(metadata, "thresholds", Thresholds);
        return metadata;
    }

    private static void Add(JsonObject metadata, string name, JsonNode? value)
    {
        if (value is not null)
        {
            metadata.TryAdd(name, value.Parent is null ? value : value.DeepClone());
        }
    }
}
