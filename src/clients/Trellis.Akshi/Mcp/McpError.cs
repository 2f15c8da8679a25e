using System.Text.Json;

namespace Trellis.Akshi;

/// <summary>An error of JSON-RPC. Contract section 2.12.</summary>
internal sealed record McpError : AkshiAnswer
{
    public int Code { get; init; }

    public string? Message { get; init; }

    public JsonElement? Data { get; init; }
}
