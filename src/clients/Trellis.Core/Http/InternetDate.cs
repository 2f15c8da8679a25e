using System.Globalization;

namespace Trellis;

/// <summary>
/// Reads the dates that HTTP and e-mail write, more leniently than the framework: RFC 1123, RFC 850 and asctime, with a numeric
/// offset, the name of a zone, or none. The day of the week is optional and not compared with the date. ISO 8601 is not read.
/// </summary>
internal static class InternetDate
{
    private const int MaxParts = 8;

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] Weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    // The zones of RFC 5322 section 4.3. Any other name, like none, is read as UTC.
    private static readonly Dictionary<string, int> ZoneHours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["EDT"] = -4, ["EST"] = -5, ["CDT"] = -5, ["CST"] = -6, ["MDT"] = -6, ["MST"] = -7, ["PDT"] = -7, ["PST"] = -8,
    };

    /// <summary>Reads <paramref name="text"/>, and says whether it is a date.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        Span<Range> ranges = stackalloc Range[MaxParts];
        var count = text.SplitAny(ranges, " ,\t", StringSplitOptions.RemoveEmptyEntries);
        var parts = new string[count];
        for (var i = 0; i < count; i++) parts[i] = text[ranges[i]].ToString();
        if (parts is [var first, .. var rest] && NumberOf(first, Weekdays, isWholeName: false) > 0) parts = rest;

        // RFC 850 joins day, month and year.
        if (parts is [var joined, .. var afterDate] && joined.Split('-') is [var d, var m, var y] && m.Length > 0 && char.IsAsciiLetter(m[0]))
            parts = [d, m, y, .. afterDate];

        return parts switch
        {
            [var month, var day, var time, var year] when IsMonth(month) => TryMake(day, month, year, time, zone: null, out date),
            [var day, var month, var year, var time] => TryMake(day, month, year, time, zone: null, out date),
            [var day, var month, var year, var time, var zone] => TryMake(day, month, year, time, zone, out date),
            _ => false,
        };
    }

    private static bool TryMake(string day, string month, string year, string time, string? zone, out DateTimeOffset date)
    {
        date = default;
        var monthNumber = NumberOf(month, Months, isWholeName: true);
        if (monthNumber == 0 || !TryReadYear(year, out var yearNumber) || !TryReadNumber(day, 2, out var dayNumber)) return false;
        if (dayNumber < 1 || dayNumber > DateTime.DaysInMonth(yearNumber, monthNumber)) return false;
        if (!TryReadTime(time, out var timeOfDay) || !TryReadOffset(zone, out var offset)) return false;

        var ticks = new DateTime(yearNumber, monthNumber, dayNumber).Ticks + timeOfDay.Ticks - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks) return false;
        date = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    private static bool IsMonth(string text) => NumberOf(text, Months, isWholeName: true) > 0;

    private static int NumberOf(string text, string[] names, bool isWholeName) => 1 + Array.FindIndex(names, name => isWholeName
        ? text.Equals(name, StringComparison.OrdinalIgnoreCase)
        : text.StartsWith(name, StringComparison.OrdinalIgnoreCase));

    // Two digits: 69 to 99 lie in the last century (RFC 850 as the C library reads it).
    private static bool TryReadYear(string text, out int year)
    {
        if (!TryReadNumber(text, 4, out year) || text.Length is not (2 or 4)) return false;
        if (text.Length == 2) year += year < 69 ? 2000 : 1900;
        return year >= 1;
    }

    private static bool TryReadTime(string text, out TimeSpan time)
    {
        time = default;
        var parts = text.Split(':');
        if (parts.Length is not (2 or 3)) return false;
        if (!TryReadNumber(parts[0], 2, out var hours) || hours > 23 || !TryReadNumber(parts[1], 2, out var minutes) || minutes > 59) return false;
        var seconds = 0;

        // 60 is a leap second.
        if (parts.Length == 3 && (!TryReadNumber(parts[2], 2, out seconds) || seconds > 60)) return false;
        time = new TimeSpan(hours, minutes, seconds);
        return true;
    }

    private static bool TryReadOffset(string? zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone is null) return true;
        if (zone[0] is not ('+' or '-'))
        {
            offset = TimeSpan.FromHours(ZoneHours.GetValueOrDefault(zone));
            return char.IsAsciiLetter(zone[0]);
        }

        var digits = zone[1..].Replace(":", string.Empty, StringComparison.Ordinal);
        if (digits.Length != 4 || !TryReadNumber(digits, 4, out var number) || number % 100 > 59) return false;
        offset = new TimeSpan(number / 100, number % 100, 0) * (zone[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool TryReadNumber(string text, int maxDigits, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && text.Length <= maxDigits;
}
