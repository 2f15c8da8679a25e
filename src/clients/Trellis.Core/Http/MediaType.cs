namespace Trellis;

/// <summary>Questions about a <c>Content-Type</c> header.</summary>
internal static class MediaType
{
    /// <summary>
    /// Whether it says JSON: its type, without parameters and in any case, is exactly <c>application/json</c>. A vendor's
    /// <c>application/x+json</c> is not, and neither is no header at all.
    /// </summary>
    public static bool IsJson(string? contentType) => Is(contentType, "application/json");

    /// <summary>Whether it says a stream of events, in the same way.</summary>
    public static bool IsEventStream(string? contentType) => Is(contentType, "text/event-stream");

    private static bool Is(string? contentType, string expected)
    {
        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        return (end < 0 ? type : type[..end]).Trim().Equals(expected, StringComparison.OrdinalIgnoreCase);
    }
}
