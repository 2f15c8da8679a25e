using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Canonical;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Policies;

/// <summary>Reads <c>action_params</c>. Members that are not known are kept and have no effect: what a policy demands does not depend on them.</summary>
internal static class PolicyParameterReader
{
    private const int MostApprovers = 50;
    private const int HoursPerYear = 8760;

    /// <summary>Reads parameters; an undefined object has none.</summary>
    public static PolicyActionParameters Read(Fields fields, JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object)
            return PolicyActionParameters.None;

        return new PolicyActionParameters
        {
            Approvers = fields.OptionalTexts("approvers", MostApprovers) ?? [],
            MinApprovers = (int?)fields.OptionalInteger("min_approvers", 1, MostApprovers),
            Timeout = fields.OptionalNumber("timeout_hours", 1.0 / 60, HoursPerYear) is { } hours ? TimeSpan.FromHours(hours) : null,
            EscalateOnTimeout = fields.OptionalBoolean("escalate_on_timeout") ?? false,
            RequireJustification = fields.OptionalBoolean("require_justification") ?? false,
            EscalateTo = fields.OptionalText("escalate_to"),
            NotificationChannel = fields.OptionalText("notification_channel"),
            WebhookUrl = fields.OptionalText("webhook_url", 2048),
            Severity = fields.OptionalWord("severity", "low", "medium", "high", "critical"),
            Json = Encoding.ASCII.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json.GetRawText()))),
        };
    }
}
