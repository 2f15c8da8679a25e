using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A piece of what the model says. Contract section 2.2.10.</summary>
public sealed record ChatCompletionChunk : AerostackAnswer
{
    /// <summary>The answer's id.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of object this is.</summary>
    public string? Object { get; init; }

    /// <summary>When the answer was begun, in seconds of Unix time.</summary>
    public long? Created { get; init; }

    /// <summary>The model that answers.</summary>
    public string? Model { get; init; }

    /// <summary>The pieces; there are none in one that tells the usage alone.</summary>
    public IReadOnlyList<ChatChunkChoice>? Choices { get; init; }

    /// <summary>How many tokens were used, in the last piece.</summary>
    public ChatUsage? Usage { get; init; }

    /// <summary>The words of the piece; empty when it has none.</summary>
    [JsonIgnore]
    public string Text => (Choices is [{ Delta.Content: var content }, ..] ? content : null) ?? "";
}
