using System.Globalization;
using System.Text;

namespace Trellis.Aerostack;

/// <summary>The gateway's paths. Contract sections 2.2.8 and 2.3.3.</summary>
internal static class GatewayPaths
{
    /// <summary>The path with the slug, escaped as one segment, in place of its name in braces.</summary>
    /// <exception cref="AerostackValidationException">The slug is empty, or would lead to another path.</exception>
    public static string Slug(string template, string apiSlug)
    {
        ArgumentNullException.ThrowIfNull(apiSlug);
        return apiSlug is "" or "." or ".." or "me"
            ? throw new AerostackValidationException("apiSlug", "must name an API")
            : template.Replace("{slug}", Uri.EscapeDataString(apiSlug), StringComparison.Ordinal);
    }

    /// <summary>The path with what is asked about behind it.</summary>
    public static string Query(string path, string apiSlug, int? days = null)
    {
        ArgumentNullException.ThrowIfNull(apiSlug);
        var text = new StringBuilder(path).Append("?api_slug=").Append(Uri.EscapeDataString(apiSlug));
        return days is null ? text.ToString() : text.Append(CultureInfo.InvariantCulture, $"&days={days}").ToString();
    }
}
