using System.Globalization;
using System.Text.RegularExpressions;

namespace Trellis.Server.Akshi.Toml;

/// <summary>Reads the four forms of RFC 3339: date-times with and without an offset, dates, times of day. A leap second is refused: .NET has none.</summary>
internal static partial class TomlDateReader
{
    /// <summary>The characters of a date.</summary>
    public const int LengthOfDate = 10;

    private const int FractionDigits = 7;

    /// <summary>Whether a text has the form of a date.</summary>
    public static bool IsDate(ReadOnlySpan<char> text) => DateForm().IsMatch(text);

    /// <summary>Reads a date or a time; null when the word has the form of neither.</summary>
    /// <exception cref="TomlException">It has the form, and there is no such day, time or offset.</exception>
    public static TomlValue? TryRead(string word, TomlPosition position)
    {
        if (TimeForm().IsMatch(word))
            return new TomlLocalTime(ReadTime(word, position), position);
        if (word.Length < LengthOfDate || !IsDate(word.AsSpan(0, LengthOfDate)))
            return null;

        var date = ReadDate(word, position);
        if (word.Length == LengthOfDate)
            return new TomlLocalDate(date, position);
        if (word[LengthOfDate] is not ('T' or 't' or ' '))
            throw Fail(position);

        var rest = word[(LengthOfDate + 1)..];
        var offset = OffsetForm().Match(rest);
        var time = ReadTime(offset.Success ? rest[..offset.Index] : rest, position);
        var local = date.ToDateTime(time);
        return offset.Success ? new TomlOffsetDateTime(WithOffset(local, offset.Value, position), position) : new TomlLocalDateTime(local, position);
    }

    private static DateOnly ReadDate(string word, TomlPosition position) =>
        DateOnly.TryParseExact(word.AsSpan(0, LengthOfDate), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Fail(position);

    private static TimeOnly ReadTime(string text, TomlPosition position)
    {
        const int Whole = 8;
        if (!TimeForm().IsMatch(text)
            || !TimeOnly.TryParseExact(text.AsSpan(0, Whole), "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            throw Fail(position);
        }

        if (text.Length == Whole)
            return time;

        var fraction = text[(Whole + 1)..];
        fraction = fraction.Length > FractionDigits ? fraction[..FractionDigits] : fraction.PadRight(FractionDigits, '0');
        return time.Add(TimeSpan.FromTicks(long.Parse(fraction, CultureInfo.InvariantCulture)));
    }

    private static DateTimeOffset WithOffset(DateTime local, string offset, TomlPosition position)
    {
        var span = TimeSpan.Zero;
        if (offset is not ("Z" or "z"))
        {
            var hours = int.Parse(offset.AsSpan(1, 2), CultureInfo.InvariantCulture);
            var minutes = int.Parse(offset.AsSpan(4, 2), CultureInfo.InvariantCulture);
            if (hours > 23 || minutes > 59)
                throw Fail(position);

            span = new TimeSpan(hours, minutes, 0) * (offset[0] == '-' ? -1 : 1);
        }

        // .NET keeps offsets of at most 14 hours, RFC 3339 allows more: the same point in time, in UTC.
        var utc = local.Ticks - span.Ticks;
        if (utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks)
            throw Fail(position);
        return span.Duration() <= TimeSpan.FromHours(14) ? new DateTimeOffset(local, span) : new DateTimeOffset(utc, TimeSpan.Zero);
    }

    private static TomlException Fail(TomlPosition position) =>
        new("there is no such date or time; the form is 2026-03-17T10:00:01Z, with an offset, without, the date alone or the time alone", position);

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeForm();

    [GeneratedRegex(@"(?:[Zz]|[+-][0-9]{2}:[0-9]{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetForm();
}
