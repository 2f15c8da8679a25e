using System.Text.Json.Serialization;

namespace Trellis.Akshi;

/// <summary>Something that happened, as a stream of events tells it. Contract section 3.</summary>
public abstract record AkshiEvent : AkshiAnswer
{
    /// <summary>
    /// The id by which the stream can be resumed after this event, as <see cref="EventStreamOptions.LastEventId"/>; empty when the server
    /// gives none.
    /// </summary>
    [JsonIgnore]
    public string Id { get; internal set; } = "";

    /// <summary>The event's name; <c>message</c> when the server gives none.</summary>
    [JsonIgnore]
    public string Name { get; internal set; } = "";

    /// <summary>The data as it came. Where it is not the JSON that the contract says, it is all there is.</summary>
    [JsonIgnore]
    public string Data { get; internal set; } = "";
}
