using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>An event of the stream of tasks. Contract section 3.4.</summary>
public sealed record TaskEvent : AkshiEvent
{
    /// <summary>What happened.</summary>
    [JsonIgnore]
    public TaskEventType Type => new(Name);

    /// <summary>The task as it is now; <see langword="null"/> when the data is none.</summary>
    [JsonIgnore]
    public A2ATask? Task { get; internal set; }

    /// <summary>How far it has come, where the event tells: any JSON.</summary>
    [JsonIgnore]
    public JsonElement? Progress => Task?.AdditionalFields is { } fields && fields.TryGetValue("progress", out var progress) ? progress : null;
}
