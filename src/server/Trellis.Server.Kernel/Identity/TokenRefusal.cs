namespace Trellis.Server.Kernel.Identity;

/// <summary>Why a token was refused. For logs and audit; a caller need not be told more than that the token is not valid.</summary>
public enum TokenRefusal
{
    /// <summary>It was not refused.</summary>
    None,

    /// <summary>There was no token.</summary>
    Missing,

    /// <summary>It is longer than <see cref="IdentityOptions.MaximumTokenLength"/>.</summary>
    Oversize,

    /// <summary>It is not a signed JSON Web Token, or asks for an extension that the server does not know.</summary>
    Malformed,

    /// <summary>No such issuer is configured.</summary>
    UnknownIssuer,

    /// <summary>The algorithm is not the issuer's pinned one.</summary>
    AlgorithmNotAllowed,

    /// <summary>The key id is missing, unknown or retired.</summary>
    UnknownKey,

    /// <summary>The issuer's keys have never been readable, so that nothing of it can be checked.</summary>
    KeysUnavailable,

    /// <summary>The signature does not fit.</summary>
    BadSignature,

    /// <summary>The token has ended, or has no end.</summary>
    Expired,

    /// <summary>The token starts, or was issued, in the future.</summary>
    NotYetValid,

    /// <summary>The token is meant for somebody else.</summary>
    WrongAudience,

    /// <summary>The token is of another kind than an access token.</summary>
    WrongUse,

    /// <summary>The token names no subject, or one that cannot be a user's name.</summary>
    BadSubject,

    /// <summary>A token of the server itself that names no organisation.</summary>
    MissingOrganisation,
}
