using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Identity;

/// <summary>
/// Finds out who asks (contract, sections 1.3 and 3.7): an API key or a person's token, in <c>X-API-Key</c> or as a bearer. Of both headers,
/// both must say the same.
/// </summary>
internal sealed class Authenticator(IStore store, TokenValidator tokens, KeyCache keys, TimeProvider time)
{
    /// <summary>Stands between the issuer and the subject of a person whose tokens come from another issuer than this server.</summary>
    public const char IssuerSeparator = '|';

    private const string KeyHeader = "X-API-Key";
    private const string Bearer = "Bearer ";

    /// <summary>Authenticates the request and checks that the caller may use the route.</summary>
    public async ValueTask<(Caller Caller, AscendError? Refusal)> AuthenticateAsync(HttpContext context, RouteRules rules)
    {
        if (rules.Access is Access.Anyone)
            return (Caller.Nobody, null);

        if (OperatorRequest.Of(context) is { } request)
        {
            var person = await FindPersonAsync(request.Operator.OrganisationId, request.Operator.Subject, context.RequestAborted);
            return (person, Admit(person, rules.Access, context.Request.Method));
        }

        if (ReadCredential(context.Request.Headers, out var credential) is { } unreadable)
            return (Caller.Nobody, unreadable);

        var (caller, refusal) = KeyPrefixes.TryHash(credential, out var hash)
            ? await FindKeyAsync(hash, rules, context.RequestAborted)
            : await FindPersonAsync(credential, context.RequestAborted);
        return (caller, refusal ?? Admit(caller, rules.Access, context.Request.Method));
    }

    /// <summary>Whether a key may still be used at a moment.</summary>
    public static AscendError? RefusalOf(AscendKey key, DateTimeOffset now) =>
        key.RevokedAt is not null ? AscendErrors.Unauthorized(ErrorCodes.RevokedApiKey, "The API key was revoked.")
        : key.ExpiresAt <= now ? AscendErrors.Unauthorized(ErrorCodes.ExpiredApiKey, "The API key has expired.")
        : null;

    /// <summary>How people are told apart: another issuer's "admin" is somebody else than ours.</summary>
    public static string SubjectOf(TokenPrincipal principal) =>
        principal.Issuer == TrellisIssuer.Name ? principal.Subject : $"{principal.Issuer}{IssuerSeparator}{principal.Subject}";

    private static AscendError? ReadCredential(IHeaderDictionary headers, out string credential)
    {
        credential = "";
        var key = headers[KeyHeader].ToString();
        var authorization = headers.Authorization.ToString();
        var bearer = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? authorization.AsSpan(Bearer.Length).Trim() : "";
        if (key.Length == 0 && bearer.Length == 0)
        {
            return AscendErrors.Unauthorized(
                ErrorCodes.MissingAuth, "Send an API key as 'X-API-Key' or as 'Authorization: Bearer', or a person's token as the latter.");
        }

        if (key.Length > 0 && bearer.Length > 0 && !bearer.SequenceEqual(key))
            return AscendErrors.Unauthorized(ErrorCodes.InvalidApiKey, "'X-API-Key' and 'Authorization' hold different credentials.");

        credential = key.Length > 0 ? key : bearer.ToString();
        return null;
    }

    private static AscendError? Admit(Caller caller, Access access, string method) => access switch
    {
        Access.Person when !caller.IsPerson =>
            AscendErrors.Unauthorized(ErrorCodes.InvalidToken, "This takes a person's token; an API key may not decide."),
        Access.Admin when !caller.IsAdmin =>
            AscendErrors.Forbidden("This takes an administrator's or manager's token, or an API key of that role."),
        Access.Member when caller.Key is { Role: CallerRole.User } && !HttpMethods.IsGet(method) =>
            AscendErrors.Forbidden("This key may only read."),
        _ => null,
    };

    private async ValueTask<(Caller Caller, AscendError? Refusal)> FindKeyAsync(string hash, RouteRules rules, CancellationToken cancellationToken)
    {
        var key = rules.ConfirmsCredential ? keys.Find(hash) : null;
        key ??= await LoadKeyAsync(hash, cancellationToken);
        if (key is null)
            return (Caller.Nobody, AscendErrors.Unauthorized(ErrorCodes.InvalidApiKey, "The API key is not known."));

        var caller = new Caller { OrganisationId = key.OrganisationId, ActorId = key.Id, Role = key.Role, Key = key };
        return (caller, RefusalOf(key, time.GetUtcNow()));
    }

    private async ValueTask<AscendKey?> LoadKeyAsync(string hash, CancellationToken cancellationToken)
    {
        var key = await store.ReadAsync(session => KeyTable.FindByHashAsync(session, hash), cancellationToken);
        if (key is not null)
            keys.Remember(key);
        return key;
    }

    private async ValueTask<(Caller Caller, AscendError? Refusal)> FindPersonAsync(string credential, CancellationToken cancellationToken)
    {
        var token = await tokens.ValidateAsync(credential, cancellationToken);
        if (!token.IsValid)
            return (Caller.Nobody, RefusalOf(token.Refusal));

        return (await FindPersonAsync(token.Principal.OrganisationId, SubjectOf(token.Principal), cancellationToken), null);
    }

    private async ValueTask<Caller> FindPersonAsync(long organisationId, string subject, CancellationToken cancellationToken)
    {
        var person = await store.ReadAsync(session => PersonTable.FindAsync(session, organisationId, subject), cancellationToken);
        person ??= Person.Unknown(subject, time.GetUtcNow());
        return new Caller
        {
            OrganisationId = organisationId,
            ActorId = person.Subject,
            Role = person.Role,
            ApprovalLevel = person.ApprovalLevel,
        };
    }

    private static AscendError RefusalOf(TokenRefusal refusal) => refusal switch
    {
        TokenRefusal.Malformed => AscendErrors.Unauthorized(ErrorCodes.InvalidApiKey, "The credential is neither a known API key nor a valid token."),
        TokenRefusal.Expired => AscendErrors.Unauthorized(ErrorCodes.ExpiredToken, "The token has expired."),
        _ => AscendErrors.Unauthorized(ErrorCodes.InvalidToken, "The token is not valid."),
    };
}
