using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>An MCP server whose tools are governed. Contract section 2.12.</summary>
public sealed record McpServer : AscendAnswer
{
    /// <summary>Its number in the registry.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public string ServerName { get; init => field = value ?? ""; } = "";

    /// <summary>Its name for people.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>How it is spoken to, such as <c>stdio</c>.</summary>
    public string? TransportType { get; init; }

    /// <summary>Where it is.</summary>
    public string? ServerUrl { get; init; }

    /// <summary>Whether its tools are governed.</summary>
    public bool? GovernanceEnabled { get; init; }

    /// <summary>Whether its tools may be used at all.</summary>
    public bool? IsActive { get; init; }

    /// <summary>How it stands.</summary>
    public string? Status { get; init; }

    /// <summary>The tools that need no person. Never null.</summary>
    public IReadOnlyList<string> AutoApproveTools { get; init => field = value ?? []; } = [];

    /// <summary>The tools that must not be used. Never null.</summary>
    public IReadOnlyList<string> BlockedTools { get; init => field = value ?? []; } = [];

    /// <summary>The risk of tools whose risk was set by hand.</summary>
    public IReadOnlyDictionary<string, int>? ToolRiskOverrides { get; init; }

    /// <summary>Since when it is registered.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    [JsonInclude]
    [JsonPropertyName("server")]
    internal McpServer? Wrapped { get; init; }

    /// <summary>The server itself: some answers wrap it.</summary>
    internal McpServer Unwrap() => Wrapped ?? this;
}
