namespace Trellis.Server.Aerostack.Identity;

/// <summary>A stored project key. The key itself is not stored.</summary>
internal sealed record ProjectKey
{
    public required string Id { get; init; }

    /// <summary>The project that it opens.</summary>
    public required Project Project { get; init; }

    public required KeyKind Kind { get; init; }

    /// <summary>SHA-256 of the key.</summary>
    public required string Hash { get; init; }

    /// <summary>What may be displayed of it.</summary>
    public required string Hint { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }
}
