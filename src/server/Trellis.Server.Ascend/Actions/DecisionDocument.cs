using System.Globalization;
using System.Text.Json;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// The answer to a submitted action, all of the contract's section 2.3. It is what the caller gets and, word for word, what the store keeps.
/// </summary>
internal static class DecisionDocument
{
    /// <summary>Writes the answer.</summary>
    public static void Write(Utf8JsonWriter json, DecisionDraft draft)
    {
        json.WriteStartObject();
        WriteVerdict(json, draft);
        WriteApproval(json, draft);
        WriteRisk(json, draft.Judgement);
        WriteContext(json, draft);
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, DecisionDraft draft)
    {
        var judgement = draft.Judgement;
        var decision = judgement.Decision;
        json.WriteNumber("id"u8, draft.ActionId);
        json.WriteNumber("action_id"u8, draft.ActionId);
        json.WriteString("status"u8, DecisionNames.Of(decision.Status));
        json.WriteString("decision"u8, WordOf(decision.Status));
        json.WriteBoolean("execution_allowed"u8, decision.ExecutionAllowed);
        json.WriteString("reason"u8, decision.Verdict.Reason);
        json.WriteNumber("risk_score"u8, judgement.Score);
        json.WriteString("risk_level"u8, RiskBands.Word(judgement.Level));
        json.WriteBoolean("requires_approval"u8, decision.Status is DecisionStatus.PendingApproval);
        json.WriteBoolean("success"u8, decision.Status is not DecisionStatus.Denied);
        json.WriteString("enforcement_decision"u8, DecisionNames.Of(decision.Verdict.Enforcement));
        json.WriteString("enforcement_decision_source"u8, DecisionNames.Of(decision.Verdict.Source));
        json.WriteString("shadow_enforcement_decision"u8, decision.Shadow is { } shadow ? DecisionNames.Of(shadow.Enforcement) : null);
        json.WriteString("shadow_enforcement_decision_source"u8, decision.Shadow is { } tried ? DecisionNames.Of(tried.Source) : null);
        json.WriteTexts("policy_violations"u8, decision.Violations);
        json.WriteTexts("conditions"u8, decision.Conditions);
    }

    private static void WriteApproval(Utf8JsonWriter json, DecisionDraft draft)
    {
        json.WriteString("approval_request_id"u8, draft.ApprovalId);
        json.WriteTexts("required_approvers"u8, draft.RequiredApprovers);
        json.WriteTime("expires_at"u8, draft.ExpiresAt);
        json.WriteNull("approved_by"u8);
        json.WriteNull("approved_at"u8);
        json.WriteNull("comments"u8);
        json.WriteString("workflow_id"u8, draft.WorkflowId);
    }

    private static void WriteRisk(Utf8JsonWriter json, Judgement judgement)
    {
        var risk = judgement.Risk;
        json.WriteString("risk_score_source"u8, RiskSources.Word(risk.Source));
        json.WriteNumber("cvss_score"u8, risk.Cvss.Value);
        json.WriteString("cvss_severity"u8, risk.Cvss.Severity);
        json.WriteString("cvss_vector"u8, risk.Cvss.Vector);
        json.WriteString("nist_control"u8, risk.Controls.NistControl);
        json.WriteString("nist_description"u8, risk.Controls.NistDescription);
        json.WriteString("mitre_tactic"u8, risk.Controls.MitreTactic);
        json.WriteString("mitre_technique"u8, risk.Controls.MitreTechnique);
        json.WritePropertyName("code_analysis"u8);
        WriteCheck(json, risk.Code);
        json.WritePropertyName("prompt_security"u8);
        WriteCheck(json, risk.Prompts);
        json.WriteString("policy_decision"u8, judgement.Decision.PolicyDecision);
        json.WriteNumber("matched_policies"u8, judgement.Rules.Policies.Count);
        json.WriteNumber("matched_smart_rules"u8, judgement.Rules.SmartRules.Count);
    }

    private static void WriteContext(Utf8JsonWriter json, DecisionDraft draft)
    {
        var (agent, action) = (draft.Judgement.Agent, draft.Judgement.Action);
        if (draft.Judgement.Circumstances.Mcp is { } mcp)
            mcp.WriteTo(json);
        else
            json.WriteNull("mcp_governance"u8);
        if (draft.Judgement.Circumstances.Model is { } model)
            model.WriteTo(json);
        else
            json.WriteNull("model_governance"u8);
        json.WriteNull("output_scan_result"u8);
        json.WriteNull("output_findings_count"u8);
        json.WriteBoolean("alert_triggered"u8, draft.AlertId is not null);
        json.WriteNumberOrNull("alert_id"u8, draft.AlertId);
        json.WriteStartObject("thresholds"u8);
        json.WriteNumber("auto_approve_below"u8, agent.Thresholds.AutoApproveBelow);
        json.WriteNumber("max_risk_threshold"u8, agent.Thresholds.MaxRiskThreshold);
        json.WriteString("agent_type"u8, agent.AgentType);
        json.WriteBoolean("is_registered"u8, agent.IsRegistered);
        json.WriteEndObject();
        json.WriteStartObject("metadata"u8);
        json.WriteEndObject();
        json.WriteString("correlation_id"u8, draft.CorrelationId);
        json.WriteString("agent_id"u8, action.AgentId);
        json.WriteString("action_type"u8, action.ActionType);
        json.WriteString("resource"u8, action.Resource);
        json.WriteTime("timestamp"u8, action.At);
        json.WriteNumber("processing_time_ms"u8, draft.ProcessingMilliseconds);
        json.WriteString("message"u8, MessageOf(draft));
    }

    private static void WriteCheck(Utf8JsonWriter json, Content.ContentCheck? check)
    {
        if (check is null)
            json.WriteNullValue();
        else
            check.WriteTo(json);
    }

    private static ReadOnlySpan<byte> WordOf(DecisionStatus status) => status switch
    {
        DecisionStatus.Approved => "approved"u8,
        DecisionStatus.PendingApproval => "pending"u8,
        _ => "denied"u8,
    };

    private static string MessageOf(DecisionDraft draft) => draft.Judgement.Decision.Status switch
    {
        DecisionStatus.Approved => "The action may be executed. Report its completion or failure.",
        DecisionStatus.PendingApproval => string.Create(
            CultureInfo.InvariantCulture, $"The action waits for a person. Poll /api/v1/actions/{draft.ActionId}/status."),
        _ => "The action must not be executed.",
    };
}
