namespace Trellis.Server.Kernel.Identity;

/// <summary>A token that has just been issued.</summary>
public sealed class IssuedToken
{
    private readonly string _text;

    internal IssuedToken(string text, string id, DateTimeOffset expiresAt)
    {
        _text = text;
        Id = id;
        ExpiresAt = expiresAt;
    }

    /// <summary>The token's <c>jti</c>, by which it may be spoken of.</summary>
    public string Id { get; }

    /// <summary>When the token ends; whole seconds.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The token itself.</summary>
    public string Reveal() => _text;

    /// <summary>Returns a text without the token.</summary>
    public override string ToString() => $"token {Id}, expires {ExpiresAt:O}";
}
