namespace Trellis.Aerostack;

/// <summary>A text that was asked for. Contract section 2.2.5.</summary>
public sealed record SearchLookup : AerostackAnswer
{
    /// <summary>The text; <see langword="null"/> when there is none.</summary>
    public SearchResult? Result { get; init; }

    /// <summary>Whether there is one.</summary>
    public bool? Exists { get; init; }
}
