namespace Trellis.Server.Console.Keys.Ascend;

/// <summary>A key as ASCEND lists it.</summary>
internal sealed record AscendKey
{
    /// <summary>Its number.</summary>
    public required string KeyId { get; init; }

    /// <summary>The begin of the key, by which people know it again.</summary>
    public string KeyPrefix { get; init; } = "";

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary><c>agent</c>, <c>user</c>, <c>manager</c> or <c>admin</c>.</summary>
    public string Role { get; init; } = "";

    /// <summary><c>active</c>, <c>expired</c> or <c>revoked</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Why it was revoked.</summary>
    public string? RevokedReason { get; init; }

    /// <summary>How many actions it has asked for; of the answer of its usage.</summary>
    public long TotalActions { get; init; }

    /// <summary>When it last did; of the answer of its usage.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}
