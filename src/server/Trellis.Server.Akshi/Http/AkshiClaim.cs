using Microsoft.AspNetCore.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Http;

/// <summary>
/// Claims, at places that another platform has too, the requests that carry a credential of this one: a token with its prefix or the
/// configured one, else its cookie; and, while no token is asked for, those without any credential.
/// </summary>
internal sealed class AkshiClaim(Dashboard dashboard) : IRequestClaim
{
    private const string OtherKeyHeader = "X-API-Key";

    /// <inheritdoc/>
    public bool Claims(HttpContext context)
    {
        var request = context.Request;
        var settings = dashboard.Settings;
        if (request.Headers.Authorization.Count > 0)
        {
            return Authenticator.ReadBearer(request) is { } bearer
                && (bearer.StartsWith(AkshiToken.Prefix.Value, StringComparison.Ordinal) || AkshiToken.Hash(bearer) == settings.TokenHash);
        }

        return request.Cookies.ContainsKey(Authenticator.TokenCookie)
            || (!settings.RequiresToken && !request.Headers.ContainsKey(OtherKeyHeader));
    }
}
