using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Identity;

/// <summary>
/// Finds out whether the caller has the token (contract, section 1.1): as a bearer, else in the cookie, and then a request that changes
/// something must prove that a page of ours made it.
/// </summary>
internal sealed class Authenticator(IStore store, TokenCache cache, Dashboard dashboard, RuntimeOwner owner)
{
    public const string TokenCookie = "akshi_dashboard_token";
    public const string CsrfCookie = "akshi_csrf";
    public const string CsrfHeader = "X-Akshi-Csrf";

    private const string Scheme = "Bearer";

    /// <summary>Authenticates the request, where the route asks for it.</summary>
    public async ValueTask<(Caller Caller, AkshiError? Refusal)> AuthenticateAsync(HttpContext context, Access access)
    {
        if (access is Access.Anyone)
            return (Caller.Nobody, null);
        if (OperatorRequest.Of(context) is { } asked)
        {
            return asked.Operator.OrganisationId == await owner.GetIdAsync(context.RequestAborted)
                ? (new Caller(asked.Operator.Subject), null)
                : (Caller.Nobody, AkshiErrors.Forbidden("The runtime belongs to another organisation."));
        }

        if (!dashboard.Settings.RequiresToken && IsLocal(context.Connection))
            return (Caller.Operator, null);

        var request = context.Request;
        if (request.Headers.Authorization.Count > 0)
        {
            return ReadBearer(request) is { } bearer && await IsGoodAsync(bearer, context.RequestAborted)
                ? (Caller.Operator, null)
                : Refuse(context, "The token is not known. Send the runtime's token as 'Authorization: Bearer <token>'.");
        }

        if (request.Cookies[TokenCookie] is not { Length: > 0 } cookie)
            return Refuse(context, "Send the runtime's token as 'Authorization: Bearer <token>'.");
        if (!await IsGoodAsync(cookie, context.RequestAborted))
            return Refuse(context, "The cookie's token is not known. Log in again.");

        return IsSafe(request.Method) || IsCsrfOf(cookie, request.Headers[CsrfHeader].ToString())
            ? (Caller.Operator, null)
            : (Caller.Nobody, AkshiErrors.Forbidden($"A request with the cookie must repeat the CSRF token in '{CsrfHeader}'.", ErrorCodes.CsrfRequired));
    }

    /// <summary>Whether a token opens the runtime.</summary>
    public async ValueTask<bool> IsGoodAsync(string token, CancellationToken cancellationToken)
    {
        var hash = AkshiToken.Hash(token);
        if (dashboard.Settings.TokenHash is { } configured && ApiKeyMint.HashesEqual(configured, hash))
            return true;
        if (!ApiKeyMint.TryHash(AkshiToken.Prefix, token, out _))
            return false;
        if (cache.Contains(hash))
            return true;

        if (!await store.ReadAsync(session => TokenTable.ContainsAsync(session, hash), cancellationToken))
            return false;

        cache.Remember(hash);
        return true;
    }

    private static (Caller Caller, AkshiError Refusal) Refuse(HttpContext context, string detail)
    {
        // RFC 9110, section 15.5.2: a 401 names the scheme.
        context.Response.Headers.WWWAuthenticate = Scheme;
        return (Caller.Nobody, AkshiErrors.Unauthorized(detail));
    }

    /// <summary>The bearer of a request; null when it has none.</summary>
    public static string? ReadBearer(HttpRequest request) =>
        request.Headers.Authorization is [{ } credentials]
        && credentials.StartsWith(Scheme + ' ', StringComparison.OrdinalIgnoreCase)
        && credentials[(Scheme.Length + 1)..].Trim() is { Length: > 0 } bearer
            ? bearer
            : null;

    // Whoever turns the token off does so for this machine: an address that others can reach still asks for it.
    private static bool IsLocal(ConnectionInfo connection) => connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address);

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsCsrfOf(string token, string presented) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(AkshiToken.CsrfOf(token)), Encoding.UTF8.GetBytes(presented));
}
