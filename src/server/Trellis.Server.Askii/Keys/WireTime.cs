using System.Globalization;
using System.Text.Json;

namespace Trellis.Server.Askii.Keys;

/// <summary>Writes points in time as the contract has them (section 2.1): UTC as <c>Z</c>, the fraction absent or of six digits.</summary>
internal static class WireTime
{
    private const string WholeSeconds = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Microseconds = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const int LongestText = 27;

    /// <summary>Writes a member.</summary>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> member, DateTimeOffset time)
    {
        Span<byte> text = stackalloc byte[LongestText];
        var format = time.Ticks % TimeSpan.TicksPerSecond == 0 ? WholeSeconds : Microseconds;
        time.UtcDateTime.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        json.WriteString(member, text[..length]);
    }
}
