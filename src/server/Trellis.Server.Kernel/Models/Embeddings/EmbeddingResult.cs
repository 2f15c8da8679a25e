namespace Trellis.Server.Kernel.Models;

/// <summary>What came of an embedding: <see cref="EmbeddingAnswer"/> or <see cref="EmbeddingFailure"/>.</summary>
public abstract class EmbeddingResult
{
    private protected EmbeddingResult()
    {
    }
}
