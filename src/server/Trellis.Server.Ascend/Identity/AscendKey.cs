namespace Trellis.Server.Ascend.Identity;

/// <summary>A stored API key. The key itself is not stored.</summary>
internal sealed record AscendKey
{
    public required string Id { get; init; }

    public required long OrganisationId { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required string Hash { get; init; }

    /// <summary>What may be displayed of it.</summary>
    public required string Hint { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public required CallerRole Role { get; init; }

    /// <summary>Who made it, by actor id: nobody approves what their own key asked for.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>How many requests it may make within <see cref="RateLimitWindow"/>; null for the server's default.</summary>
    public long? RateLimit { get; init; }

    /// <summary>Seconds.</summary>
    public long? RateLimitWindow { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public string? RevokedReason { get; init; }
}
