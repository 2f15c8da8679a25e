using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>The MCP servers that a scan found. Contract section 2.12.</summary>
public sealed record McpDiscovery : AscendAnswer
{
    /// <summary>Whether the scan ended well.</summary>
    public bool? Success { get; init; }

    /// <summary>How many it found.</summary>
    public int? DiscoveredCount { get; init; }

    /// <summary>What it found. Never null.</summary>
    public IReadOnlyList<JsonNode> Servers { get; init => field = value ?? []; } = [];

    /// <summary>When.</summary>
    public DateTimeOffset? ScanTimestamp { get; init; }
}
