using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Agents;

/// <summary>Reads what a request says about an agent.</summary>
internal static class AgentRequest
{
    /// <summary>The members that say how an agent is governed or described; <c>model_id</c> is apart.</summary>
    public static IReadOnlyList<string> Governing { get; } =
    [
        "agent_type", "trust_level", "auto_approve_below", "max_risk_threshold", "requires_mfa_above", "display_name", "agent_name", "name",
        "environment", "description", "owner_email", "sdk_version", "capabilities", "allowed_resources", "allowed_action_types", "blocked_resources",
        "default_risk_score", "alert_on_high_risk", "alert_recipients", "webhook_url", "tags", "metadata", "config",
    ];

    private const int ShortestId = 3;
    private const int LongestId = 64;
    private const int LongestName = 255;

    /// <summary>The id of a registration.</summary>
    public static string ReadId(Fields fields) => PathName.Read(fields, "agent_id", LongestId, ShortestId);

    /// <summary>The agent as a first registration, or an administrator, describes it; what is missing stays.</summary>
    public static Agent ReadAll(Fields fields, Agent before)
    {
        var type = fields.OptionalText("agent_type", 64) is { Length: > 0 } given ? given : before.AgentType;
        var thresholds = type == before.AgentType ? before.Thresholds : AgentThresholds.DefaultFor(type);
        return ReadSelfDescription(fields, before) with
        {
            AgentType = type,
            Thresholds = ReadThresholds(fields, thresholds),
            Settings = before.Settings.With(fields),
        };
    }

    /// <summary>The agent with what it says of itself at each start. What governs it is not taken from it.</summary>
    public static Agent ReadSelfDescription(Fields fields, Agent before) => before with
    {
        DisplayName = ReadName(fields) ?? before.DisplayName,
        Environment = fields.OptionalText("environment", LongestName)?.ToLowerInvariant() ?? before.Environment,
        Settings = before.Settings.WithSelfDescription(fields),
    };

    /// <summary>The level of trust that is asked for; null when none is.</summary>
    public static string? ReadTrust(Fields fields) => fields.OptionalWord(
        "trust_level", TrustLevels.Untrusted, TrustLevels.Restricted, TrustLevels.Standard, TrustLevels.Trusted);

    private static AgentThresholds ReadThresholds(Fields fields, AgentThresholds before)
    {
        var thresholds = new AgentThresholds(
            (int)(fields.OptionalInteger("auto_approve_below", 0, 100) ?? before.AutoApproveBelow),
            (int)(fields.OptionalInteger("max_risk_threshold", 0, 100) ?? before.MaxRiskThreshold),
            (int)(fields.OptionalInteger("requires_mfa_above", 0, 100) ?? before.RequiresMfaAbove));
        if (thresholds.AutoApproveBelow > thresholds.MaxRiskThreshold)
            fields.Errors.Add("auto_approve_below", "must not be above max_risk_threshold");
        return thresholds;
    }

    // The newest name of the member first; older clients send the others.
    private static string? ReadName(Fields fields) =>
        NonBlank(fields.OptionalText("display_name", LongestName))
        ?? NonBlank(fields.OptionalText("agent_name", LongestName))
        ?? NonBlank(fields.OptionalText("name", LongestName));

    private static string? NonBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
