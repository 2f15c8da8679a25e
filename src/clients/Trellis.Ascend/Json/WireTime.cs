using System.Globalization;

namespace Trellis.Ascend;

/// <summary>Times as the client writes them. Contract section 1.3.</summary>
internal static class WireTime
{
    /// <summary>UTC in ISO 8601 with microseconds and a numeric offset.</summary>
    public static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'+00:00'", CultureInfo.InvariantCulture);
}
