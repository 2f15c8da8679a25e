using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>The registered MCP servers. Contract section 2.12.</summary>
public sealed record McpServerList : AscendAnswer, IListAnswer
{
    /// <summary>The servers. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<McpServer> Servers => Named ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    [JsonInclude]
    [JsonPropertyName("servers")]
    internal IReadOnlyList<McpServer>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<McpServer>? Items { get; init; }
}
