using System.Security.Cryptography;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// Issues the server's own access tokens: JSON Web Tokens (RFC 7519) with the claims that an mPass access token has. Safe for concurrent use.
/// </summary>
/// <param name="keys">The keys that sign.</param>
/// <param name="time">The clock.</param>
/// <param name="random">The source of the token ids.</param>
public sealed class TokenIssuer(SigningKeys keys, TimeProvider time, RandomNumberGenerator random)
{
    /// <summary>Issues a token.</summary>
    /// <param name="organisationId">The organisation that the bearer acts in.</param>
    /// <param name="subject">The user; 1 to 255 characters, none of them a control character.</param>
    /// <param name="lifetime">How long the token is valid; at least one second, cut to whole seconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException"><paramref name="subject"/> or <paramref name="lifetime"/> is not allowed.</exception>
    public async ValueTask<IssuedToken> IssueAsync(
        long organisationId, string subject, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(organisationId, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromSeconds(1));
        if (!TokenSubject.IsAllowed(subject))
            throw new ArgumentException("A subject has 1 to 255 characters, none of them a control character.", nameof(subject));

        var key = await keys.GetCurrentAsync(cancellationToken);
        var issuedAt = time.GetUtcNow().ToUnixTimeSeconds();
        var expiresAt = issuedAt + (long)lifetime.TotalSeconds;
        var id = TokenText.NewId(random);

        var text = TokenText.Write(key, json =>
        {
            json.WriteString("iss", TrellisIssuer.Name);
            json.WriteString("sub", subject);
            json.WriteString("aud", TrellisIssuer.Audience);
            json.WriteNumber(TrellisIssuer.OrganisationClaim, organisationId);
            json.WriteString("token_use", "access");
            json.WriteNumber("iat", issuedAt);
            json.WriteNumber("exp", expiresAt);
            json.WriteString("jti", id);
        });

        return new IssuedToken(text, id, DateTimeOffset.FromUnixTimeSeconds(expiresAt));
    }
}
