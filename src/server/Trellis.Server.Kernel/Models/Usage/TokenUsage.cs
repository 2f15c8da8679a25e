namespace Trellis.Server.Kernel.Models;

/// <summary>The tokens of one completion, over all its choices.</summary>
/// <param name="PromptTokens">Tokens that went in; never negative.</param>
/// <param name="CompletionTokens">Tokens that came out, reasoning tokens included; never negative.</param>
/// <param name="IsEstimated">
/// False when the model reported these numbers. True when it did not (it has no such report, or its stream ended before the report came)
/// and they follow the rule of <see cref="TokenEstimator"/> from what was seen.
/// </param>
public readonly record struct TokenUsage(long PromptTokens, long CompletionTokens, bool IsEstimated = false)
{
    /// <summary>No tokens: what a failed request used.</summary>
    public static TokenUsage None => default;

    /// <summary>The sum of both, at most <see cref="long.MaxValue"/>.</summary>
    public long TotalTokens => (long)Int128.Min((Int128)PromptTokens + CompletionTokens, long.MaxValue);
}
