using System.Text.Json;

namespace Trellis.Aerostack.Json;

/// <summary>What the server sends. Contract section 7.3.</summary>
internal sealed record ServerFrame
{
    public string? Type { get; init; }

    public string? Topic { get; init; }

    public string? Operation { get; init; }

    public string? Event { get; init; }

    public JsonElement Data { get; init; }

    public JsonElement Old { get; init; }

    public string? UserId { get; init; }

    public JsonElement Timestamp { get; init; }

    /// <summary>What the application is given.</summary>
    public RealtimeEvent ToEvent() => new()
    {
        Type = Type ?? "",
        Topic = Topic ?? "",
        Operation = Operation,
        Event = Event,
        Data = Data,
        Old = Old,
        UserId = UserId,
        Timestamp = Timestamp,
    };
}
