using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Console.Sessions;

/// <summary>The cookie of a session: scripts do not see it, and no other site's request carries it.</summary>
internal static class SessionCookie
{
    private const string Name = "trellis_session";

    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 } value ? value : null;

    public static void Write(HttpContext context, string value) =>
        context.Response.Cookies.Append(Name, value, Options(context, SessionSeal.Lifetime));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, lifetime: null));

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = ConsolePaths.Prefix,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
