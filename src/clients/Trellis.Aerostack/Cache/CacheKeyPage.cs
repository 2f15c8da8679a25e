using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A page of the cache's keys. Contract section 2.2.2.</summary>
public sealed record CacheKeyPage : AerostackAnswer, IPage<CacheKeyInfo>
{
    /// <summary>The keys; <see langword="null"/> when the server sent none.</summary>
    public IReadOnlyList<CacheKeyInfo>? Keys { get; init; }

    /// <summary>Whether there are no more.</summary>
    [JsonPropertyName("list_complete")]
    public bool? ListComplete { get; init; }

    /// <summary>What asks for the next page; <see langword="null"/> after the last.</summary>
    public string? Cursor { get; init; }

    IEnumerable<CacheKeyInfo> IPage<CacheKeyInfo>.Items => Keys ?? [];

    string? IPage<CacheKeyInfo>.Next => ListComplete is not true ? Cursor : null;
}
