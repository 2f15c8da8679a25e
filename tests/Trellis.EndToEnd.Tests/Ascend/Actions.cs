using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.EndToEnd.Tests.Ascend;

/// <summary>Actions whose decision is known in advance.</summary>
internal static class Actions
{
    /// <summary>Reads a report in a development environment: little risk.</summary>
    public static AgentAction Harmless(string? resourceId = null) => new()
    {
        ActionType = "report.read",
        Resource = "reports",
        ResourceId = resourceId,
        Context = new JsonObject { ["environment"] = "development" },
    };

    /// <summary>The same, but a person has to decide.</summary>
    public static AgentAction ForAPerson() => new()
    {
        ActionType = "report.read",
        Resource = "reports",
        Context = new JsonObject { ["environment"] = "development" },
        RequireHumanApproval = true,
    };

    /// <summary>A refund of so much.</summary>
    public static AgentAction Refund(decimal amount) => new()
    {
        ActionType = "payment.refund",
        Resource = "payouts/original_card",
        Parameters = new JsonObject { ["amount"] = amount, ["currency"] = "EUR" },
        Context = new JsonObject { ["environment"] = "development" },
    };
}
