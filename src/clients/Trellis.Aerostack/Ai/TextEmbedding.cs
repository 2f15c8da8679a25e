namespace Trellis.Aerostack;

/// <summary>A text as a vector. Contract section 2.2.5.</summary>
public sealed record TextEmbedding : AerostackAnswer
{
    /// <summary>The vector.</summary>
    public IReadOnlyList<double>? Embedding { get; init; }

    /// <summary>The model that made it.</summary>
    public string? Model { get; init; }
}
