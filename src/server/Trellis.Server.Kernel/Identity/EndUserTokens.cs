using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// Issues and recognises the tokens of people who use an application that is built on the server. They are signed as the server's own are,
/// with the one algorithm, but made for another audience and another use: <see cref="TokenValidator"/>, which guards the server itself, takes
/// none of them. Safe for concurrent use.
/// </summary>
/// <param name="keys">The keys that sign.</param>
/// <param name="options">The longest token that is looked at.</param>
/// <param name="time">The clock.</param>
/// <param name="random">The source of the token ids.</param>
public sealed class EndUserTokens(SigningKeys keys, IdentityOptions options, TimeProvider time, RandomNumberGenerator random)
{
    private const string Use = "end_user";
    private const string UseClaim = "token_use";
    private const string SessionClaim = "sid";

    // Made with the first token: its class fills tables that no start needs.
    private JsonWebTokenHandler Handler => field ??= new() { MaximumTokenSizeInBytes = options.MaximumTokenLength };

    /// <summary>Issues a token.</summary>
    /// <param name="audience">The application; no other takes the token.</param>
    /// <param name="subject">The user.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="email">The user's e-mail address; null when there is none.</param>
    /// <param name="lifetime">How long the token is valid; at least one second, cut to whole seconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IssuedToken> IssueAsync(
        string audience, string subject, string sessionId, string? email, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(audience);
        ArgumentException.ThrowIfNullOrEmpty(subject);
        ArgumentException.ThrowIfNullOrEmpty(sessionId);
        ArgumentOutOfRangeException.ThrowIfLessThan(lifetime, TimeSpan.FromSeconds(1));
        if (audience == TrellisIssuer.Audience)
            throw new ArgumentException("The server itself is no application.", nameof(audience));

        var key = await keys.GetCurrentAsync(cancellationToken);
        var issuedAt = time.GetUtcNow().ToUnixTimeSeconds();
        var expiresAt = issuedAt + (long)lifetime.TotalSeconds;
        var id = TokenText.NewId(random);
        var text = TokenText.Write(key, json =>
        {
            json.WriteString("iss", TrellisIssuer.Name);
            json.WriteString("sub", subject);
            json.WriteString("aud", audience);
            json.WriteString(SessionClaim, sessionId);
            if (email is not null)
                json.WriteString("email", email);
            json.WriteString(UseClaim, Use);
            json.WriteNumber("iat", issuedAt);
            json.WriteNumber("exp", expiresAt);
            json.WriteString("jti", id);
        });
        return new IssuedToken(text, id, DateTimeOffset.FromUnixTimeSeconds(expiresAt));
    }

    /// <summary>Looks at a token.</summary>
    /// <param name="token">What the caller sent; may be anything.</param>
    /// <param name="audience">The application that asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whom it speaks for, or why it was refused.</returns>
    public async ValueTask<(EndUserToken? Token, TokenRefusal Refusal)> ValidateAsync(
        string? token, string audience, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(token))
            return (null, TokenRefusal.Missing);
        if (token.Length > options.MaximumTokenLength)
            return (null, TokenRefusal.Oversize);
        if (TokenText.Read(token) is not { } jwt)
            return (null, TokenRefusal.Malformed);
        if (jwt.Issuer != TrellisIssuer.Name)
            return (null, TokenRefusal.UnknownIssuer);
        if (jwt.Alg != TrellisIssuer.Algorithm)
            return (null, TokenRefusal.AlgorithmNotAllowed);

        var refusal = await CheckSignatureAsync(jwt, cancellationToken);
        return refusal is TokenRefusal.None ? CheckClaims(jwt, audience) : (null, refusal);
    }

    private async ValueTask<TokenRefusal> CheckSignatureAsync(JsonWebToken jwt, CancellationToken cancellationToken)
    {
        var known = await keys.Verification.GetAsync(cancellationToken);
        if (known?.Find(jwt.Kid ?? "") is null)
            known = await keys.Verification.ReloadAsync(cancellationToken);
        if (known is null)
            return TokenRefusal.KeysUnavailable;
        if (known.Find(jwt.Kid ?? "") is not { } key || key.ValidUntil <= time.GetUtcNow())
            return TokenRefusal.UnknownKey;
        return await TokenText.HasSignatureOfAsync(Handler, jwt, key, TrellisIssuer.Algorithm) ? TokenRefusal.None : TokenRefusal.BadSignature;
    }

    private (EndUserToken? Token, TokenRefusal Refusal) CheckClaims(JsonWebToken jwt, string audience)
    {
        if (!jwt.TryGetPayloadValue<string>(UseClaim, out var use) || use != Use)
            return (null, TokenRefusal.WrongUse);
        if (jwt.Audiences.Count() != 1 || jwt.Audiences.First() != audience)
            return (null, TokenRefusal.WrongAudience);
        if (!TokenTimes.TryRead(jwt, out var times) || times.ExpiresAt <= time.GetUtcNow())
            return (null, TokenRefusal.Expired);
        if (!TokenSubject.IsAllowed(jwt.Subject) || !jwt.TryGetPayloadValue<string>(SessionClaim, out var session))
            return (null, TokenRefusal.BadSubject);
        return (new EndUserToken(jwt.Subject, session, times.ExpiresAt), TokenRefusal.None);
    }
}
