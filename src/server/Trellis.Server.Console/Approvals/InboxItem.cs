using System.Globalization;
using System.Text.Json;
using Trellis.Server.Console.Platforms;
using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Console.Approvals;

/// <summary>An approval as the inbox shows it, whichever platform asks.</summary>
/// <param name="Approval">The approval.</param>
/// <param name="Agent">Who wants to act.</param>
/// <param name="Risk">How risky it is, 0 to 100.</param>
/// <param name="RiskLevel">The same as a word.</param>
/// <param name="Detail">What exactly would happen, in words.</param>
/// <param name="Reason">Why a person is asked.</param>
/// <param name="Conditions">What holds if it is approved.</param>
internal sealed record InboxItem(
    Approval Approval, string Agent, double Risk, string RiskLevel, string Detail, string Reason, IReadOnlyList<string> Conditions)
{
    /// <summary>Reads what the platform has written down for people.</summary>
    public static InboxItem Of(Approval approval)
    {
        using var document = JsonDocument.Parse(approval.Summary ?? "{}");
        var summary = document.RootElement;
        if (approval.Platform == Platform.Akshi)
        {
            var score = Number(summary, "risk_score") * 100;
            return new InboxItem(
                approval, Text(summary, "agent"), score, LevelOf(score), Text(summary, "detail"), $"The agent needs {Text(summary, "capability")}.", []);
        }

        return new InboxItem(
            approval,
            Text(summary, "agent_id"),
            Number(summary, "risk_score"),
            Text(summary, "risk_level") is { Length: > 0 } level ? level : LevelOf(Number(summary, "risk_score")),
            Text(summary, "description"),
            Text(summary, "reason"),
            Texts(summary, "conditions"));
    }

    /// <summary>The risk as people read it.</summary>
    public string RiskText => Risk.ToString("0", CultureInfo.InvariantCulture);

    private static string LevelOf(double score) => score switch
    {
        >= 85 => "critical",
        >= 60 => "high",
        >= 30 => "medium",
        _ => "low",
    };

    private static string Text(JsonElement summary, string name) =>
        summary.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";

    private static double Number(JsonElement summary, string name) =>
        summary.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetDouble() : 0;

    private static string[] Texts(JsonElement summary, string name) =>
        summary.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(static element => element.ValueKind is JsonValueKind.String).Select(static element => element.GetString()!)]
            : [];
}
