namespace Trellis.Aerostack;

/// <summary>Questions about a <c>Content-Type</c> header. Contract section 1.4.</summary>
internal static class MediaType
{
    /// <summary>
    /// Whether it says JSON: its type, without parameters and in any case, is exactly <c>application/json</c>. A vendor's
    /// <c>application/x+json</c> is not, and neither is no header at all.
    /// </summary>
    public static bool IsJson(string? contentType)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().Equals("application/json", StringComparison.OrdinalIgnoreCase);
    }
}
