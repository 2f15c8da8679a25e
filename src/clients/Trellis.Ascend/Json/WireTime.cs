using System.Globalization;

namespace Trellis.Ascend;

/// <summary>Times as the client writes them. Contract section 1.3.</summary>
internal static class WireTime
{
    private const int RoundTripLength = 28;
    private const int Microseconds = 26;

    /// <summary>UTC in ISO 8601 with microseconds and a numeric offset.</summary>
    public static string Format(DateTimeOffset time)
    {
        // The runtime's round-trip form, which it writes fast, has one digit more and another word for the offset.
        Span<char> text = stackalloc char[RoundTripLength];
        time.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        return string.Concat(text[..Microseconds], "+00:00");
    }
}
