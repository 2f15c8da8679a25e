using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>What the model said, as either version of the API has it. Contract sections 2.1.1, 2.2.8 and 2.2.9.</summary>
public sealed record ChatCompletion : AerostackAnswer
{
    /// <summary>What the model said, as the first version of the API has it.</summary>
    public string? Response { get; init; }

    /// <summary>The answer's id.</summary>
    public string? Id { get; init; }

    /// <summary>What kind of object this is: <c>chat.completion</c>.</summary>
    public string? Object { get; init; }

    /// <summary>When it was made, in seconds of Unix time.</summary>
    public long? Created { get; init; }

    /// <summary>The model that answered.</summary>
    public string? Model { get; init; }

    /// <summary>The answers.</summary>
    public IReadOnlyList<ChatChoice>? Choices { get; init; }

    /// <summary>How many tokens were used.</summary>
    public ChatUsage? Usage { get; init; }

    /// <summary>What the model said, wherever it stands; empty when it said nothing.</summary>
    [JsonIgnore]
    public string Text => (Choices is [{ Message.Content: var content }, ..] ? content : null) ?? Response ?? "";
}
