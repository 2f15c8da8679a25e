using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A key of the cache. Contract section 2.2.2.</summary>
public sealed record CacheKeyInfo : AerostackAnswer
{
    /// <summary>The key.</summary>
    public string? Key { get; init; }

    /// <summary>When its entry ends, in seconds of Unix time; <see langword="null"/> when it does not.</summary>
    public long? Expiration { get; init; }

    /// <summary>When its entry ends; <see langword="null"/> when it does not.</summary>
    [JsonIgnore]
    public DateTimeOffset? Expires => Expiration is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;
}
