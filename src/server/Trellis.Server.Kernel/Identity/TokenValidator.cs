using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Trellis.Server.Kernel.Identity;

/// <summary>
/// Decides whether an access token is valid and whom it speaks for. Accepts the server's own tokens and those of the configured issuers,
/// each with the one algorithm that is pinned for it. A token whose signature was checked is remembered by its digest until it ends or the
/// issuer's keys change. Safe for concurrent use.
/// </summary>
public sealed class TokenValidator : IDisposable
{
    private readonly int _maximumLength;
    private readonly FrozenDictionary<string, IssuerPolicy> _policies;
    private readonly ValidatedTokenCache _validated;
    private readonly TimeProvider _time;
    private readonly TimeSpan _skew;

    /// <summary>Creates the validator. Nothing is fetched before the first token of an issuer arrives.</summary>
    /// <exception cref="ArgumentException"><paramref name="options"/> are not valid.</exception>
    public TokenValidator(SigningKeys keys, IdentityOptions options, TimeProvider time, ILogger<TokenValidator> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        _time = time;
        _skew = options.ClockSkew;
        _maximumLength = options.MaximumTokenLength;
        _validated = new ValidatedTokenCache(options.ValidatedTokenCapacity);
        _policies = options.Issuers
            .Select(issuer => IssuerPolicy.For(issuer, options, time, logger))
            .Prepend(IssuerPolicy.ForServer(keys))
            .ToFrozenDictionary(static policy => policy.Issuer);
    }

    // Made with the first token: its class fills tables that no start needs.
    private JsonWebTokenHandler Handler => field ??= new() { MaximumTokenSizeInBytes = _maximumLength };

    /// <summary>Looks at a token.</summary>
    /// <param name="token">What the caller sent, without any scheme before it; may be anything.</param>
    /// <param name="cancellationToken">Gives up waiting for an issuer's keys.</param>
    public ValueTask<TokenValidation> ValidateAsync(string? token, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(token))
            return new(TokenValidation.Refuse(TokenRefusal.Missing));
        if (token.Length > _maximumLength)
            return new(TokenValidation.Refuse(TokenRefusal.Oversize));
        if (!TokenDigest.TryMake(token, out var digest))
            return new(TokenValidation.Refuse(TokenRefusal.Malformed));

        return _validated.TryGet(digest, out var known) && StillHolds(known)
            ? new(known.Outcome)
            : ValidateFreshAsync(token, digest, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var policy in _policies.Values.Where(static policy => policy.OrganisationId is not null))
            policy.Dispose();
    }

    private bool StillHolds(ValidatedToken known) =>
        ReferenceEquals(known.Policy.Keys.Fresh, known.Keys)
        && _time.GetUtcNow() is var now
        && now < known.KeyValidUntil
        && known.Outcome.Principal!.ExpiresAt > now - _skew;

    private async ValueTask<TokenValidation> ValidateFreshAsync(string token, TokenDigest digest, CancellationToken cancellationToken)
    {
        _validated.Remove(digest);
        if (TokenText.Read(token) is not { } jwt)
            return TokenValidation.Refuse(TokenRefusal.Malformed);
        if (!_policies.TryGetValue(jwt.Issuer, out var policy))
            return TokenValidation.Refuse(TokenRefusal.UnknownIssuer);
        if (jwt.Alg != policy.Algorithm)
            return TokenValidation.Refuse(TokenRefusal.AlgorithmNotAllowed);

        var keys = await policy.Keys.GetAsync(cancellationToken);
        if (keys?.Find(jwt.Kid ?? "") is null)
            keys = await policy.Keys.ReloadAsync(cancellationToken);
        if (keys is null)
            return TokenValidation.Refuse(TokenRefusal.KeysUnavailable);
        if (keys.Find(jwt.Kid ?? "") is not { } key || key.ValidUntil <= _time.GetUtcNow())
            return TokenValidation.Refuse(TokenRefusal.UnknownKey);
        if (!await TokenText.HasSignatureOfAsync(Handler, jwt, key, policy.Algorithm))
            return TokenValidation.Refuse(TokenRefusal.BadSignature);

        var outcome = CheckClaims(jwt, policy);
        if (outcome.IsValid)
            _validated.Set(digest, new ValidatedToken(outcome, policy, keys, key.ValidUntil ?? DateTimeOffset.MaxValue));

        return outcome;
    }

    private TokenValidation CheckClaims(JsonWebToken jwt, IssuerPolicy policy)
    {
        var now = _time.GetUtcNow();
        if (!TokenTimes.TryRead(jwt, out var times) || times.ExpiresAt <= now - _skew)
            return TokenValidation.Refuse(TokenRefusal.Expired);
        if (times.StartsAt > now + _skew)
            return TokenValidation.Refuse(TokenRefusal.NotYetValid);
        if (policy.Audience is not null && !IsFor(jwt, policy.Audience))
            return TokenValidation.Refuse(TokenRefusal.WrongAudience);
        if (jwt.TryGetPayloadValue<string>("token_use", out var use) && use != "access")
            return TokenValidation.Refuse(TokenRefusal.WrongUse);
        if (!TokenSubject.IsAllowed(jwt.Subject))
            return TokenValidation.Refuse(TokenRefusal.BadSubject);
        if ((policy.OrganisationId ?? OrganisationOf(jwt)) is not { } organisation)
            return TokenValidation.Refuse(TokenRefusal.MissingOrganisation);
        return TokenValidation.Accept(new TokenPrincipal(organisation, policy.Issuer, jwt.Subject, times.ExpiresAt));
    }

    private static bool IsFor(JsonWebToken jwt, string audience) =>
        jwt.Audiences.Any()
            ? jwt.Audiences.Contains(audience)
            : jwt.TryGetPayloadValue<string>("client_id", out var client) && client == audience;

    private static long? OrganisationOf(JsonWebToken jwt) =>
        jwt.TryGetPayloadValue<long>(TrellisIssuer.OrganisationClaim, out var organisation) && organisation >= 1 ? organisation : null;
}
