namespace Trellis.Server.Kernel.Models;

/// <summary>The vectors of some texts.</summary>
public sealed class EmbeddingAnswer : EmbeddingResult
{
    internal EmbeddingAnswer(IReadOnlyList<float[]> vectors) => Vectors = vectors;

    /// <summary>One vector for each text, in the order of the texts; all finite, none empty, all of one length.</summary>
    public IReadOnlyList<float[]> Vectors { get; }
}
