using Microsoft.AspNetCore.Http;

namespace Trellis.Server.Kernel.Requests;

/// <summary>Reads one query parameter.</summary>
public static class QueryParameter
{
    /// <summary>The first value; null when it is missing or empty. U+0000, which no store keeps, becomes U+FFFD and then matches nothing.</summary>
    public static string? Read(HttpRequest request, string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Query[name] is [{ Length: > 0 } value, ..] ? value.Replace('\0', '\uFFFD') : null;
    }
}
