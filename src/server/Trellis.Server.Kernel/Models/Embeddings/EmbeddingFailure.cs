namespace Trellis.Server.Kernel.Models;

/// <summary>The upstream gave no usable vectors; what counts as whose fault is as with <see cref="ChatFailure"/>.</summary>
public sealed class EmbeddingFailure : EmbeddingResult
{
    internal EmbeddingFailure(ChatFailure failure) => (Error, RetryAfter) = (failure.Error, failure.RetryAfter);

    /// <summary>The error to answer with.</summary>
    public OpenAiError Error { get; }

    /// <summary>How long the upstream asks to wait before the next attempt, whole seconds; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
