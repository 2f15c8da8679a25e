using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Trellis.Server.Akshi.Text;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>What is to be approved, as the inbox keeps it beside the approval.</summary>
/// <param name="Agent">Who asks.</param>
/// <param name="Capability">For what.</param>
/// <param name="Detail">The exact action. Agents have a hand in it: it is text to be shown and nothing else.</param>
/// <param name="RiskScore">From 0 to 1.</param>
internal sealed record ApprovalSubject(string Agent, string Capability, string Detail, double RiskScore)
{
    private const int LongestDetail = 4096;

    /// <summary>A question of an agent.</summary>
    public static ApprovalSubject Of(string agent, string capability, string detail)
    {
        var text = AgentText.Cut(detail, LongestDetail);
        return new ApprovalSubject(agent, capability, text, ApprovalRisk.Of(capability, text));
    }

    /// <summary>Reads what <see cref="ToSummary"/> wrote.</summary>
    public static ApprovalSubject Of(Approval approval)
    {
        using var json = JsonDocument.Parse(approval.Summary!);
        var root = json.RootElement;
        return new ApprovalSubject(
            root.GetProperty("agent"u8).GetString()!,
            root.GetProperty("capability"u8).GetString()!,
            root.GetProperty("detail"u8).GetString()!,
            root.GetProperty("risk_score"u8).GetDouble());
    }

    /// <summary>The subject as the inbox's summary.</summary>
    public string ToSummary() => JsonText.Of(this, static (json, subject) =>
    {
        json.WriteStartObject();
        subject.WriteMembers(json);
        json.WriteEndObject();
    });

    /// <summary>The digest that binds an approval to this action and no other.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToSummary())));

    /// <summary>Writes the members that the wire has too.</summary>
    public void WriteMembers(Utf8JsonWriter json)
    {
        json.WriteString("agent"u8, Agent);
        json.WriteString("capability"u8, Capability);
        json.WriteString("detail"u8, Detail);
        json.WriteNumber("risk_score"u8, RiskScore);
    }
}
