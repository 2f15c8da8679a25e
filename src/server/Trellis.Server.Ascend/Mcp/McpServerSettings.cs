using System.Text.Json;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>What is said about an MCP server. Stored as the JSON that the wire has.</summary>
internal sealed record McpServerSettings
{
    private const int MostTools = 500;

    /// <summary>What holds for a server that says nothing.</summary>
    public static McpServerSettings Default { get; } = new();

    public string? DisplayName { get; init; }

    public string? Description { get; init; }

    public string TransportType { get; init; } = "stdio";

    public string? ServerUrl { get; init; }

    public bool GovernanceEnabled { get; init; } = true;

    /// <summary>How agents connect, as JSON without secrets; this server itself never connects.</summary>
    public string ConnectionConfig { get; init; } = StoredObject.Empty;

    /// <summary>Tools that need no person because of their score.</summary>
    public IReadOnlyList<string> AutoApproveTools { get; init; } = [];

    /// <summary>Tools that nobody may call.</summary>
    public IReadOnlyList<string> BlockedTools { get; init; } = [];

    /// <summary>Scores that calls of tools have, whatever else speaks for a lower one.</summary>
    public IReadOnlyDictionary<string, int> ToolRiskOverrides { get; init; } = new Dictionary<string, int>();

    /// <summary>Takes over what is given; what is missing stays.</summary>
    public McpServerSettings With(Fields fields) => this with
    {
        DisplayName = fields.OptionalText("display_name") ?? DisplayName,
        Description = fields.OptionalText("description", 2000) ?? Description,
        TransportType = fields.OptionalText("transport_type", 64) is { Length: > 0 } transport ? transport : TransportType,
        ServerUrl = fields.OptionalText("server_url", 2000) ?? ServerUrl,
        GovernanceEnabled = fields.OptionalBoolean("governance_enabled") ?? GovernanceEnabled,
        ConnectionConfig = StoredObject.Read(fields, "connection_config") ?? ConnectionConfig,
        AutoApproveTools = fields.OptionalTexts("auto_approve_tools", MostTools) ?? AutoApproveTools,
        BlockedTools = fields.OptionalTexts("blocked_tools", MostTools) ?? BlockedTools,
        ToolRiskOverrides = ReadOverrides(fields) ?? ToolRiskOverrides,
    };

    /// <summary>Reads what is stored.</summary>
    public static McpServerSettings Parse(string stored) => StoredJson.Read(stored, static json => Default.With(new Fields(json)));

    /// <summary>Writes the members, for the wire and for the store.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteString("display_name"u8, DisplayName);
        json.WriteString("description"u8, Description);
        json.WriteString("transport_type"u8, TransportType);
        json.WriteString("server_url"u8, ServerUrl);
        json.WriteBoolean("governance_enabled"u8, GovernanceEnabled);
        json.WritePropertyName("connection_config"u8);
        json.WriteRawValue(ConnectionConfig);
        json.WriteTexts("auto_approve_tools"u8, AutoApproveTools);
        json.WriteTexts("blocked_tools"u8, BlockedTools);
        json.WriteStartObject("tool_risk_overrides"u8);
        foreach (var (tool, risk) in ToolRiskOverrides)
            json.WriteNumber(tool, risk);
        json.WriteEndObject();
    }

    private static Dictionary<string, int>? ReadOverrides(Fields fields)
    {
        const string Name = "tool_risk_overrides";
        var given = fields.Object(Name);
        if (given.ValueKind is not JsonValueKind.Object)
            return null;

        var overrides = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var nested = fields.Nested(Name);
        foreach (var member in given.EnumerateObject())
        {
            if (overrides.Count < MostTools && nested.OptionalInteger(member.Name, 0, 100) is { } risk)
                overrides[member.Name] = (int)risk;
        }

        if (given.GetPropertyCount() > MostTools)
            fields.Errors.Add(Name, $"must have at most {MostTools} members");
        return overrides;
    }
}
