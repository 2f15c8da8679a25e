namespace Trellis.Server.Aerostack.Auth.Users;

/// <summary>What a user changes of itself. What is not there stays; what is there and null goes.</summary>
internal sealed record UserChange
{
    /// <summary>The avatar goes.</summary>
    public static UserChange NoAvatar { get; } = new() { HasAvatarUrl = true, HasAvatarImageId = true };

    public bool HasName { get; init; }

    public string? Name { get; init; }

    public bool HasAvatarUrl { get; init; }

    public string? AvatarUrl { get; init; }

    public bool HasAvatarImageId { get; init; }

    public string? AvatarImageId { get; init; }

    /// <summary>A JSON object; null to leave the one that is there.</summary>
    public string? Metadata { get; init; }
}
