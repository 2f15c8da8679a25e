namespace Trellis.Server.Kernel.Models;

/// <summary>
/// Counts tokens without a tokenizer, in two ways: a bound that is safe to reserve, and an estimate that is fair to bill when the model
/// itself reports nothing.
/// </summary>
/// <remarks>
/// The bound: a token of a byte-level tokenizer is at least one byte, so a prompt has at most as many tokens as its request has bytes;
/// the JSON around each message outweighs the tokens a chat template adds. An image or a file, whose tokens do not follow from its bytes,
/// counts <see cref="ImageBound"/>. Each choice can have as many tokens as the request or the model allows, and
/// <see cref="DefaultOutputBound"/> where neither says.
/// The estimate of a prompt: one token for every four bytes of text, rounded up, four for each message and
/// <see cref="ImageEstimate"/> for each image or file. The estimate of a completion: the number of events that carried text, or one token
/// for every four bytes of that text, rounded up, whichever is more.
/// </remarks>
public static class TokenEstimator
{
    /// <summary>The most tokens an image or a file is reserved as.</summary>
    public const int ImageBound = 50_000;

    /// <summary>The tokens an image or a file is billed as when the model does not report them.</summary>
    public const int ImageEstimate = 1_000;

    /// <summary>The tokens reserved for a choice that neither the request nor the model limits.</summary>
    public const int DefaultOutputBound = 16_384;

    private const int BytesPerToken = 4;
    private const int TokensPerMessage = 4;

    /// <summary>The most that completing <paramref name="request"/> with <paramref name="model"/> can use.</summary>
    public static TokenUsage UpperBound(ChatRequest request, ModelDescription model)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(model);
        var prompt = request.Prompt.BodyBytes + ((long)request.Prompt.Images * ImageBound);
        var choice = (request.MaxCompletionTokens, model.MaxOutputTokens) switch
        {
            ({ } asked, { } possible) => Math.Min(asked, possible),
            var (asked, possible) => asked ?? possible ?? DefaultOutputBound,
        };
        return new TokenUsage(prompt, request.Choices * choice, IsEstimated: true);
    }

    /// <summary>The estimate of a prompt.</summary>
    internal static long Prompt(ChatRequest request) =>
        OfBytes(request.Prompt.TextBytes)
        + ((long)request.Prompt.Messages * TokensPerMessage)
        + ((long)request.Prompt.Images * ImageEstimate);

    /// <summary>The estimate of a completion.</summary>
    /// <param name="events">Events that carried text.</param>
    /// <param name="bytes">That text, in UTF-8.</param>
    internal static long Completion(long events, long bytes) => Math.Max(events, OfBytes(bytes));

    private static long OfBytes(long bytes) => (bytes + (BytesPerToken - 1)) / BytesPerToken;
}
