using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Policies.WhatIf;

/// <summary>The outcome of a trial on the wire.</summary>
internal static class PolicyTrialJson
{
    /// <summary>Writes the outcome, the newest action first.</summary>
    public static void WriteMembers(Utf8JsonWriter json, IReadOnlyList<PolicyTrialResult> results)
    {
        json.WriteNumber("evaluated"u8, results.Count);
        json.WriteNumber("matched"u8, results.Count(static result => result.Matches));
        json.WriteNumber("changed"u8, results.Count(static result => result.Changes));
        json.WriteStartArray("actions"u8);
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteNumber("action_id"u8, result.Action.Id);
            json.WriteString("agent_id"u8, result.Action.AgentId);
            json.WriteString("action_type"u8, result.Action.ActionType);
            json.WriteString("resource"u8, result.Action.Resource);
            json.WriteString("status"u8, result.Action.Status);
            json.WriteTime("created_at"u8, result.Action.CreatedAt);
            json.WriteNumber("risk_score"u8, result.Without.Score);
            json.WriteBoolean("matches"u8, result.Matches);
            json.WriteBoolean("changes"u8, result.Changes);
            json.WritePropertyName("before"u8);
            Write(json, result.Without);
            json.WritePropertyName("after"u8);
            Write(json, result.With);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Judgement judgement)
    {
        json.WriteStartObject();
        json.WriteString("status"u8, DecisionNames.Of(judgement.Decision.Status));
        json.WriteString("enforcement_decision"u8, DecisionNames.Of(judgement.Decision.Verdict.Enforcement));
        json.WriteString("enforcement_decision_source"u8, DecisionNames.Of(judgement.Decision.Verdict.Source));
        json.WriteString("reason"u8, judgement.Decision.Verdict.Reason);
        json.WriteEndObject();
    }
}
