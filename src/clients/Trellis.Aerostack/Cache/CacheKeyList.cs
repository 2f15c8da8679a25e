namespace Trellis.Aerostack;

/// <summary>The cache's keys in one answer. Contract section 2.2.2.</summary>
public sealed record CacheKeyList : AerostackAnswer
{
    /// <summary>The keys; <see langword="null"/> when the server sent none.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>Whether there are more than the 10,000 that one answer holds.</summary>
    public bool? Truncated { get; init; }
}
