using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Console.Settings;

/// <summary>The cookie that remembers whether somebody wants light or dark.</summary>
internal static class ThemeCookie
{
    private const string Name = "trellis_theme";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    /// <summary>The themes; the first follows the system.</summary>
    public static IReadOnlyList<string> Themes { get; } = ["system", "light", "dark"];

    public static string Read(HttpRequest request) => Themes.FirstOrDefault(theme => theme == request.Cookies[Name]) ?? Themes[0];

    public static void Write(HttpContext context, string theme) =>
        context.Response.Cookies.Append(
            Name,
            Themes.Contains(theme) ? theme : Themes[0],
            new CookieOptions { HttpOnly = true, IsEssential = true, MaxAge = Lifetime, Path = ConsolePaths.Prefix, SameSite = SameSiteMode.Strict });
}
