using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>An MCP server to be registered. Contract section 2.12. Members that are <see langword="null"/> are not sent.</summary>
public sealed record McpServerRegistration
{
    /// <summary>Its name, by which actions refer to it.</summary>
    public required string ServerName { get; init; }

    /// <summary>How it is spoken to.</summary>
    /// <value><c>stdio</c>.</value>
    public string TransportType { get; init; } = "stdio";

    /// <summary>Whether its tools are governed.</summary>
    /// <value><see langword="true"/>.</value>
    public bool GovernanceEnabled { get; init; } = true;

    /// <summary>Its name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>Where it is.</summary>
    public string? ServerUrl { get; init; }

    /// <summary>How to connect to it. Not changed.</summary>
    public JsonObject? ConnectionConfig { get; init; }

    /// <summary>The tools that need no person.</summary>
    public IReadOnlyList<string>? AutoApproveTools { get; init; }

    /// <summary>The tools that must not be used.</summary>
    public IReadOnlyList<string>? BlockedTools { get; init; }

    /// <summary>The risk of tools, from 0 to 100, by their name.</summary>
    public IReadOnlyDictionary<string, int>? ToolRiskOverrides { get; init; }
}
