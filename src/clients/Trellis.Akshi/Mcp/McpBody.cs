using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>A request of JSON-RPC. Contract section 2.12.</summary>
internal sealed record McpBody(
    [property: JsonPropertyOrder(1)] long Id, [property: JsonPropertyOrder(2)] string Method, [property: JsonPropertyOrder(3)] JsonObject? Params)
{
    public string Jsonrpc { get; } = "2.0";
}
