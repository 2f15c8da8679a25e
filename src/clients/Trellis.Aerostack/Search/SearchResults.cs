namespace Trellis.Aerostack;

/// <summary>What was found, the best first. Contract section 2.2.5.</summary>
public sealed record SearchResults : AerostackAnswer
{
    /// <summary>The texts; <see langword="null"/> when the server sent none.</summary>
    public IReadOnlyList<SearchResult>? Results { get; init; }
}
