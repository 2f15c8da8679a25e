using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>One of the answers that the model gave. Contract section 2.2.8.</summary>
public sealed record ChatChoice : AerostackAnswer
{
    /// <summary>Its place among them.</summary>
    public int? Index { get; init; }

    /// <summary>What the model says.</summary>
    public ChatMessage? Message { get; init; }

    /// <summary>Why it ended: <c>stop</c>, <c>length</c>, <c>content_filter</c>, or what a newer server says.</summary>
    [JsonPropertyName("finish_reason")]
    public string? FinishReason { get; init; }
}
