namespace Trellis.Aerostack;

/// <summary>A user who has signed in. Contract section 2.1.3.</summary>
public sealed record AuthResponse : AerostackAnswer
{
    /// <summary>The user's token. <see cref="Secret.Reveal"/> gives the text.</summary>
    public Secret? Token { get; init; }

    /// <summary>The user.</summary>
    public AuthUser? User { get; init; }

    /// <summary>When the token stops working.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
