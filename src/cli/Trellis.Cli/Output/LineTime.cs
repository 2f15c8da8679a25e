using System.Globalization;

namespace Trellis.Cli;

/// <summary>Times at the head of lines that follow each other: as wide as each other, to the second.</summary>
internal static class LineTime
{
    /// <summary><c>2026-08-01T00:00:00Z</c>, or as many spaces.</summary>
    public static string Of(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? new string(' ', "yyyy-MM-ddTHH:mm:ssZ".Length);
}
