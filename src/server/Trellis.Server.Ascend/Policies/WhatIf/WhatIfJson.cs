using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.SmartRules;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Policies.WhatIf;

/// <summary>What would be decided, on the wire (contract, section 2.11). Here, unlike in a real decision, <c>matched_policies</c> is a list.</summary>
internal static class WhatIfJson
{
    /// <summary>Writes what policies and smart rules say.</summary>
    public static void WriteMembers(Utf8JsonWriter json, RuleOutcome rules, Decision decision, int riskScore, long milliseconds)
    {
        json.WriteString("decision"u8, Word(decision.Status));
        json.WriteString("reason"u8, decision.Verdict.Reason);
        json.WriteStartArray("matched_policies"u8);
        foreach (var policy in rules.Policies)
            Write(json, policy);
        json.WriteEndArray();
        json.WriteStartArray("matched_smart_rules"u8);
        foreach (var rule in rules.SmartRules)
            Write(json, rule);
        json.WriteEndArray();
        json.WriteTexts("violations"u8, decision.Violations);
        json.WriteTexts("conditions"u8, decision.Conditions);
        json.WriteTexts("required_approvers"u8, decision.RequiredApprovers);
        json.WriteNumber("risk_score"u8, riskScore);
        json.WriteNumber("evaluation_time_ms"u8, milliseconds);
    }

    /// <summary>Writes what else a real decision would say.</summary>
    public static void WriteJudgement(Utf8JsonWriter json, Judgement judgement)
    {
        json.WriteString("status"u8, DecisionNames.Of(judgement.Decision.Status));
        json.WriteBoolean("execution_allowed"u8, judgement.Decision.ExecutionAllowed);
        json.WriteString("enforcement_decision"u8, DecisionNames.Of(judgement.Decision.Verdict.Enforcement));
        json.WriteString("enforcement_decision_source"u8, DecisionNames.Of(judgement.Decision.Verdict.Source));
        json.WriteString("risk_level"u8, RiskBands.Word(judgement.Level));
    }

    private static string Word(DecisionStatus status) => status switch
    {
        DecisionStatus.Approved => "ALLOW",
        DecisionStatus.Denied => "DENY",
        _ => "REQUIRE_APPROVAL",
    };

    private static void Write(Utf8JsonWriter json, Policy policy)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, policy.Id);
        PolicyKind.Instance.WriteMembers(json, policy);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SmartRule rule)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, rule.Id);
        SmartRuleKind.Instance.WriteMembers(json, rule);
        json.WriteEndObject();
    }
}
