namespace Trellis.Server.Askii.Keys;

/// <summary>A key as the store knows it: everything but the key itself. Money is in nano-US-dollars.</summary>
internal sealed record AskiiKey
{
    /// <summary>The module's own id of the key, which may stand in logs.</summary>
    public required string Id { get; init; }

    /// <summary>The tenant.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The user's id in the kernel's directory.</summary>
    public required string UserId { get; init; }

    /// <summary>SHA-256 of the key, in lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>What may be shown of the key: <c>sk-...</c> and its last four characters. Unique among a user's keys.</summary>
    public required string Name { get; init; }

    /// <summary>The user's own name for the key.</summary>
    public string? Alias { get; init; }

    /// <summary>The models that the key opens.</summary>
    public required ModelSelection Models { get; init; }

    /// <summary>The model of a chat that names none.</summary>
    public string? DefaultModel { get; init; }

    /// <summary>Whether memory was asked for.</summary>
    public bool MemoryEnabled { get; init; }

    /// <summary>One of <see cref="MemoryModes"/>.</summary>
    public string? MemoryMode { get; init; }

    /// <summary>Whether the key is blocked; null when nobody ever said so.</summary>
    public bool? Blocked { get; init; }

    /// <summary>The most that the key may spend; null for no limit.</summary>
    public long? MaxBudget { get; init; }

    /// <summary>What the key has spent.</summary>
    public long Spend { get; init; }

    /// <summary>When the key was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the key ends.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When the key was revoked; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; init; }
}
