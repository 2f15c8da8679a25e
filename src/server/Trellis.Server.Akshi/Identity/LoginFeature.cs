using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Identity;

/// <summary>Login and logout of browsers, which cannot set headers on an event stream and so carry the token in a cookie (contract, section 1.1).</summary>
internal sealed class LoginFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var authenticator = routes.Service<Authenticator>();
        routes.Post(call => LogInAsync(call, authenticator), Access.Anyone, "/api/v1/auth/login");
        routes.Post(LogOut, Access.Anyone, "/api/v1/auth/logout");
    }

    private static async ValueTask<JsonAnswer> LogInAsync(AkshiCall call, Authenticator authenticator)
    {
        var fields = call.Fields;
        var token = fields.Text("token", longest: 1024);
        if (!fields.Errors.IsEmpty)
            return AkshiErrors.Invalid(fields.Errors);
        if (!await authenticator.IsGoodAsync(token, call.Aborted))
        {
            call.Http.Response.Headers.WWWAuthenticate = "Bearer";
            return AkshiErrors.Unauthorized("The token is not known.");
        }

        var csrf = AkshiToken.CsrfOf(token);
        call.Http.Response.Cookies.Append(Authenticator.TokenCookie, token, Cookie(call, isHidden: true));
        call.Http.Response.Cookies.Append(Authenticator.CsrfCookie, csrf, Cookie(call, isHidden: false));
        return Answer.Ok(json =>
        {
            json.WriteBoolean("ok"u8, true);
            json.WriteString("csrf_token"u8, csrf);
        });
    }

    private static ValueTask<JsonAnswer> LogOut(AkshiCall call)
    {
        call.Http.Response.Cookies.Delete(Authenticator.TokenCookie, Cookie(call, isHidden: true));
        call.Http.Response.Cookies.Delete(Authenticator.CsrfCookie, Cookie(call, isHidden: false));
        return new(Answer.Ok(static json => json.WriteBoolean("ok"u8, true)));
    }

    private static CookieOptions Cookie(AkshiCall call, bool isHidden) =>
        new() { HttpOnly = isHidden, SameSite = SameSiteMode.Strict, Path = "/", Secure = call.Http.Request.IsHttps };
}
