using System.Text.Json;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Governance.Settings;

/// <summary>Settings on the wire and in the store.</summary>
internal static class SettingsJson
{
    private static readonly HashSet<string> KnownMembers =
    [
        "resolution_strategy", "above_max", "between_thresholds", "risk_profile", "require_active_agent", "shadow_thresholds",

        // What answers add; settings that were read may be sent back.
        "organization_id", "updated_by", "updated_at",
    ];

    /// <summary>Writes settings.</summary>
    public static void WriteMembers(Utf8JsonWriter json, GovernanceSettings settings)
    {
        json.WriteString("resolution_strategy"u8, ResolutionStrategyNames.Name(settings.Strategy));
        json.WriteString("above_max"u8, settings.Decisions.AboveMax is AboveMaximum.Deny ? "deny"u8 : "approve"u8);
        json.WriteString(
            "between_thresholds"u8, settings.Decisions.BetweenThresholds is BetweenThresholds.Allow ? "allow"u8 : "require_approval"u8);
        json.WriteString("risk_profile"u8, settings.Profile is RiskProfile.Cvss ? "cvss"u8 : "hybrid"u8);
        json.WriteBoolean("require_active_agent"u8, settings.RequireActiveAgent);
        if (settings.ShadowThresholds is not { } shadow)
        {
            json.WriteNull("shadow_thresholds"u8);
            return;
        }

        json.WriteStartObject("shadow_thresholds"u8);
        json.WriteNumber("auto_approve_below"u8, shadow.AutoApproveBelow);
        json.WriteNumber("max_risk_threshold"u8, shadow.MaxRiskThreshold);
        json.WriteNumber("requires_mfa_above"u8, shadow.RequiresMfaAbove);
        json.WriteEndObject();
    }

    /// <summary>Reads settings. What is not there stays as it was.</summary>
    /// <param name="body">The settings.</param>
    /// <param name="before">What was set.</param>
    /// <param name="errors">What is wrong; nothing is added when the settings are valid.</param>
    public static GovernanceSettings Read(JsonElement body, GovernanceSettings before, FieldErrors errors)
    {
        KnownNames.RefuseOthers(body, KnownMembers, errors);
        var fields = new Fields(body) { Errors = errors };
        var strategy = fields.OptionalWord("resolution_strategy", [.. ResolutionStrategyNames.All]);
        var profile = fields.OptionalWord("risk_profile", "hybrid", "cvss");
        return new GovernanceSettings
        {
            Strategy = strategy is null ? before.Strategy : ResolutionStrategyNames.Read(strategy)!.Value,
            Decisions = new DecisionSettings(
                fields.OptionalWord("above_max", "approve", "deny") switch
                {
                    null => before.Decisions.AboveMax,
                    "deny" => AboveMaximum.Deny,
                    _ => AboveMaximum.Approve,
                },
                fields.OptionalWord("between_thresholds", "allow", "require_approval") switch
                {
                    null => before.Decisions.BetweenThresholds,
                    "require_approval" => BetweenThresholds.RequireApproval,
                    _ => BetweenThresholds.Allow,
                }),
            Profile = profile is null ? before.Profile : profile == "cvss" ? RiskProfile.Cvss : RiskProfile.Hybrid,
            RequireActiveAgent = fields.OptionalBoolean("require_active_agent") ?? before.RequireActiveAgent,
            ShadowThresholds = ReadShadow(body, fields, before),
        };
    }

    private static AgentThresholds? ReadShadow(JsonElement body, Fields fields, GovernanceSettings before)
    {
        if (!fields.Has("shadow_thresholds"))
        {
            // Null ends the trial.
            return body.ValueKind is JsonValueKind.Object && body.TryGetProperty("shadow_thresholds"u8, out _) ? null : before.ShadowThresholds;
        }

        var shadow = fields.Nested("shadow_thresholds");
        var defaults = before.ShadowThresholds ?? AgentThresholds.DefaultFor("supervised");
        var thresholds = new AgentThresholds(
            (int)(shadow.OptionalInteger("auto_approve_below", 0, 100) ?? defaults.AutoApproveBelow),
            (int)(shadow.OptionalInteger("max_risk_threshold", 0, 100) ?? defaults.MaxRiskThreshold),
            (int)(shadow.OptionalInteger("requires_mfa_above", 0, 100) ?? defaults.RequiresMfaAbove));
        if (thresholds.AutoApproveBelow > thresholds.MaxRiskThreshold)
            fields.Errors.Add("shadow_thresholds.auto_approve_below", "must not be above max_risk_threshold");
        return thresholds;
    }
}
