using System.Text;
using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Console.Http;

/// <summary>What the next page tells about the last form. It travels in a cookie that the next page removes.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="IsProblem">Whether something went wrong.</param>
internal sealed record Notice(string Text, bool IsProblem)
{
    private const string Cookie = "trellis_notice";
    private const int LongestText = 600;

    /// <summary>Leaves it for the next page.</summary>
    public void Leave(HttpResponse response)
    {
        var text = Text.Length <= LongestText ? Text : Text[..LongestText] + "…";
        var value = (IsProblem ? "!" : "=") + Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        response.Cookies.Append(Cookie, value, Options(response.HttpContext));
    }

    /// <summary>Takes what the last form has left; null when there is nothing.</summary>
    public static Notice? Take(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 1 } value)
            return null;

        context.Response.Cookies.Delete(Cookie, Options(context));
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64Chars(value.AsSpan(1), bytes, out var length)
            ? new Notice(Encoding.UTF8.GetString(bytes, 0, length), value[0] == '!')
            : null;
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        Path = ConsolePaths.Prefix,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
    };
}
