using System.Text.Json;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// The body of a submitted action (contract, section 2.2), of any client generation. Scores that a caller sends are not kept: the server
/// computes its own.
/// </summary>
internal sealed record SubmitRequest
{
    public required string AgentId { get; init; }

    public string? AgentName { get; init; }

    public required string ActionType { get; init; }

    public required string Resource { get; init; }

    public string? ResourceId { get; init; }

    public string? Description { get; init; }

    public string? ToolName { get; init; }

    public JsonElement Details { get; init; }

    public JsonElement Context { get; init; }

    public RiskIndicators Indicators { get; init; } = RiskIndicators.None;

    public string? OrchestrationSessionId { get; init; }

    public long? ParentActionId { get; init; }

    public long? OrchestrationDepth { get; init; }

    /// <summary>Counts at the top level alone; a nested one is ignored.</summary>
    public string? McpServerName { get; init; }

    /// <summary>Counts at the top level alone; a nested one is ignored.</summary>
    public string? ModelId { get; init; }

    public string? NistControl { get; init; }

    public string? MitreTactic { get; init; }

    public bool RequiresHumanApproval { get; init; }

    /// <summary><c>risk_level</c> at the top, which the Node client sends; null when it is none of the four words.</summary>
    public RiskLevel? StatedLevel { get; init; }

    /// <summary>Where, said outside of the context; null when it is not.</summary>
    public string? Environment { get; init; }

    /// <summary>Reads a body. What is wrong is added to the fields' errors.</summary>
    public static SubmitRequest Read(Fields body)
    {
        body.OptionalNumber("risk_score", 0, 100);
        body.OptionalNumber("riskScore", 0, 100);
        var context = body.Nested("context");
        return new SubmitRequest
        {
            AgentId = body.Text("agent_id", longest: 64, shortest: 3),
            AgentName = body.OptionalText("agent_name"),
            ActionType = body.Text("action_type"),
            Resource = ReadResource(body),
            ResourceId = body.OptionalText("resource_id", longest: 1000),
            Description = body.OptionalText("description", longest: 4000),
            ToolName = body.OptionalText("tool_name"),
            Details = body.Object("action_details"),
            Context = body.Object("context"),
            Indicators = ReadIndicators(body.Nested("risk_indicators")),
            OrchestrationSessionId = body.OptionalText("orchestration_session_id", shortest: 1),
            ParentActionId = body.OptionalInteger("parent_action_id", 1, long.MaxValue),
            OrchestrationDepth = body.OptionalInteger("orchestration_depth", 0, 5),
            McpServerName = body.OptionalText("mcp_server_name")?.Trim() is { Length: > 0 } server ? server : null,
            ModelId = body.OptionalText("model_id")?.Trim() is { Length: > 0 } model ? model : null,
            NistControl = body.OptionalText("nist_control", longest: 20),
            MitreTactic = body.OptionalText("mitre_tactic", longest: 20),
            RequiresHumanApproval = IsTrue(body, "require_human_approval") || IsTrue(context, "require_human_approval"),
            StatedLevel = ReadLevel(body),
        };
    }

    /// <summary>Reads <c>risk_level</c>. A word that nobody knows is no hint, and no error: clients of every generation may send theirs.</summary>
    internal static RiskLevel? ReadLevel(Fields body) =>
        body.TryGet("risk_level", out var level) && level.ValueKind is JsonValueKind.String ? RiskBands.FromWord(level.GetString()) : null;

    // REST callers may name the target in words of their own.
    private static string ReadResource(Fields body)
    {
        foreach (var alias in (ReadOnlySpan<string>)["resource", "target_resource", "target_system", "tool_name"])
        {
            if (body.Has(alias))
                return body.Text(alias, longest: 1000);
        }

        return body.Text("resource");
    }

    /// <summary>Reads <c>risk_indicators</c>.</summary>
    internal static RiskIndicators ReadIndicators(Fields indicators) => new()
    {
        PiiInvolved = IsTrue(indicators, "pii_involved"),
        FinancialData = IsTrue(indicators, "financial_data"),
        ExternalTransfer = IsTrue(indicators, "external_transfer"),
        DataSensitivity = indicators.OptionalText("data_sensitivity")?.ToLowerInvariant() ?? RiskIndicators.None.DataSensitivity,
        AmountThreshold = AmountOf(indicators),
        ComplianceFlags = indicators.OptionalTexts("compliance_flags") ?? [],
    };

    private static string? AmountOf(Fields indicators) =>
        indicators.TryGet("amount_threshold", out var amount) && amount.ValueKind is JsonValueKind.Number
            ? amount.GetRawText()
            : indicators.OptionalText("amount_threshold");

    private static bool IsTrue(Fields fields, string name) => fields.TryGet(name, out var value) && value.ValueKind is JsonValueKind.True;
}
