using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A piece of one of the answers. Contract section 2.2.10.</summary>
public sealed record ChatChunkChoice : AerostackAnswer
{
    /// <summary>The answer's place among them.</summary>
    public int? Index { get; init; }

    /// <summary>What is added to it.</summary>
    public ChatMessage? Delta { get; init; }

    /// <summary>Why it ended, in its last piece.</summary>
    [JsonPropertyName("finish_reason")]
    public string? FinishReason { get; init; }
}
