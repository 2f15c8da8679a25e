using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A conversation that the model is to go on with. Contract section 2.2.8.</summary>
/// <param name="Messages">What was said so far.</param>
public sealed record ChatCompletionRequest(IReadOnlyList<ChatMessage> Messages)
{
    /// <summary>The model.</summary>
    /// <value><see langword="null"/>: the server's default.</value>
    public string? Model { get; init; }

    /// <summary>How freely it may choose its words, from 0 to 2.</summary>
    /// <value><see langword="null"/>: the server's default.</value>
    public double? Temperature { get; init; }

    /// <summary>The longest answer, in tokens; at least 1.</summary>
    /// <value><see langword="null"/>: the server's default.</value>
    [JsonPropertyName("max_tokens")]
    public int? MaxTokens { get; init; }

    /// <summary>Out of which share of the likeliest words it chooses, from 0 to 1.</summary>
    /// <value><see langword="null"/>: the server's default.</value>
    [JsonPropertyName("top_p")]
    public double? TopP { get; init; }

    /// <summary>Whether a stream ends with how many tokens were used.</summary>
    /// <value><see langword="true"/>. Not sent with requests whose answer comes at once.</value>
    [JsonIgnore]
    public bool IncludeUsage { get; init; } = true;

    [JsonInclude]
    [JsonPropertyName("stream")]
    internal bool Streams { get; init; }

    [JsonInclude]
    [JsonPropertyName("stream_options")]
    internal StreamOptionsBody? StreamOptions => Streams && IncludeUsage ? StreamOptionsBody.WithUsage : null;

    /// <summary>The request, checked, for an answer at once or as a stream.</summary>
    /// <exception cref="AerostackValidationException">No server would take it.</exception>
    internal ChatCompletionRequest For(bool stream)
    {
        ChatChecks.Check(Messages);
        ChatChecks.Require(Temperature is null or (>= 0 and <= 2), "temperature", "must be from 0 to 2");
        ChatChecks.Require(MaxTokens is null or >= 1, "max_tokens", "must be at least 1");
        ChatChecks.Require(TopP is null or (>= 0 and <= 1), "top_p", "must be from 0 to 1");
        return this with { Streams = stream };
    }
}
