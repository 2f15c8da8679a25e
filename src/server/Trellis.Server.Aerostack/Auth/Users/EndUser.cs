namespace Trellis.Server.Aerostack.Auth.Users;

/// <summary>Somebody who uses a project's application. Prints its id alone.</summary>
internal sealed class EndUser
{
    public required string Id { get; init; }

    public required string ProjectId { get; init; }

    /// <summary>The e-mail address as it was given; null for somebody known by a telephone number.</summary>
    public required string? Email { get; init; }

    public required string? Phone { get; init; }

    public required string? Name { get; init; }

    /// <summary>The password's hash; null when there is none.</summary>
    public required string? Password { get; init; }

    /// <summary>What the application keeps with the user: a JSON object.</summary>
    public required string Metadata { get; init; }

    public required string? AvatarUrl { get; init; }

    public required string? AvatarImageId { get; init; }

    /// <summary>When the address was verified; null before that.</summary>
    public required DateTimeOffset? VerifiedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public override string ToString() => Id;
}
