namespace Trellis.Server.Kernel.Models;

/// <summary>A model that turns texts into vectors. Safe for concurrent use.</summary>
public interface IEmbeddingModel
{
    /// <summary>The name callers ask for.</summary>
    string Name { get; }

    /// <summary>Turns texts into vectors. The result is an <see cref="EmbeddingAnswer"/>, or an <see cref="EmbeddingFailure"/> for everything that went wrong at the upstream.</summary>
    /// <param name="texts">The texts, at least one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<EmbeddingResult> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken = default);
}
