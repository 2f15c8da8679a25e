using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Json;

/// <summary>What the client sends, save what it publishes. Contract section 7.2.</summary>
internal sealed record ControlFrame(string Type)
{
    public string? Topic { get; init; }

    public JsonNode? Filter { get; init; }

    public JsonObject? State { get; init; }

    public string? RoomId { get; init; }

    public string? Text { get; init; }

    public JsonObject? Metadata { get; init; }

    public string? Token { get; init; }
}
