using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>How many tokens were used. Contract section 2.2.8.</summary>
public sealed record ChatUsage : AerostackAnswer
{
    /// <summary>By what was said so far.</summary>
    [JsonPropertyName("prompt_tokens")]
    public long? PromptTokens { get; init; }

    /// <summary>By the answer.</summary>
    [JsonPropertyName("completion_tokens")]
    public long? CompletionTokens { get; init; }

    /// <summary>By both.</summary>
    [JsonPropertyName("total_tokens")]
    public long? TotalTokens { get; init; }
}
