using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>What the gate says to a call of an MCP server's tool.</summary>
internal sealed record McpVerdict
{
    public required string ServerName { get; init; }

    public bool IsRegistered { get; init; }

    public bool IsActive { get; init; }

    public bool IsToolBlocked { get; init; }

    /// <summary>Whether the tool needs no person because of its score.</summary>
    public bool IsAutoApproved { get; init; }

    /// <summary>The score that the organisation has given the tool; null when it has given none.</summary>
    public int? RiskOverride { get; init; }

    /// <summary>Why the call is refused, as a code; null when it may go on.</summary>
    public string? DenyCode { get; init; }

    /// <summary>Why the call is refused, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>The refusal; null when the call may go on (contract, section 2.3).</summary>
    public AscendError? Refusal => DenyCode is null ? null : AscendErrors.Refused(DenyCode, Reason!, json => WriteTo(json));

    /// <summary>Writes the member <c>mcp_governance</c>.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject("mcp_governance"u8);
        json.WriteString("server_name"u8, ServerName);
        json.WriteBoolean("server_registered"u8, IsRegistered);
        json.WriteBoolean("active"u8, IsActive);
        json.WriteBoolean("tool_blocked"u8, IsToolBlocked);
        json.WriteBoolean("tool_auto_approved"u8, IsAutoApproved);
        json.WriteNumberOrNull("tool_risk_override"u8, RiskOverride);
        json.WriteString("decision"u8, DenyCode ?? "ALLOW");
        json.WriteString("reason"u8, Reason);
        json.WriteEndObject();
    }
}
