using System.Diagnostics.CodeAnalysis;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The outcome of looking at a token: a principal or the reason for the refusal. Never holds the token.</summary>
public sealed record TokenValidation
{
    private TokenValidation(TokenPrincipal? principal, TokenRefusal refusal)
    {
        Principal = principal;
        Refusal = refusal;
    }

    /// <summary>Whether the token is valid.</summary>
    [MemberNotNullWhen(true, nameof(Principal))]
    public bool IsValid => Principal is not null;

    /// <summary>Who the token speaks for; null when it was refused.</summary>
    public TokenPrincipal? Principal { get; }

    /// <summary>Why it was refused; <see cref="TokenRefusal.None"/> when it is valid.</summary>
    public TokenRefusal Refusal { get; }

    /// <summary>The outcome for somebody who is known to be good.</summary>
    public static TokenValidation Accept(TokenPrincipal principal) => new(principal, TokenRefusal.None);

    internal static TokenValidation Refuse(TokenRefusal reason) => new(null, reason);
}
