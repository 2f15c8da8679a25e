using System.Text.Json;

namespace Trellis.Akshi;

/// <summary>An answer of JSON-RPC: a result or an error. Contract section 2.12.</summary>
internal sealed record McpAnswer : AkshiAnswer
{
    public string? Jsonrpc { get; init; }

    public JsonElement? Id { get; init; }

    public JsonElement? Result { get; init; }

    public McpError? Error { get; init; }
}
