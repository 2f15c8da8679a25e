using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Trellis.Cli;

/// <summary>The formats that every platform's settings are made of.</summary>
internal static class SettingFormats
{
    /// <summary>Any text, as it is.</summary>
    public static SettingFormat<string?> Text { get; } = new("a text", static (string text, out string? value) =>
    {
        value = text;
        return true;
    });

    /// <summary>An absolute http or https address.</summary>
    public static SettingFormat<Uri?> Address { get; } = new(
        "an absolute http or https address such as https://api.example.com",
        static (string text, out Uri? value) => Uri.TryCreate(text, UriKind.Absolute, out value) && value.Scheme is "http" or "https");

    /// <summary>An amount in US dollars, with a decimal point.</summary>
    public static SettingFormat<decimal?> Dollars { get; } = new("an amount such as 5 or 2.50", static (string text, out decimal? value) =>
    {
        const NumberStyles Styles = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        var isAmount = decimal.TryParse(text, Styles, CultureInfo.InvariantCulture, out var amount);
        value = amount;
        return isAmount;
    });

    /// <summary>A span of time in seconds, with a decimal point.</summary>
    public static SettingFormat<TimeSpan?> Seconds { get; } = new(
        "a number of seconds such as 30 or 0.5",
        static (string text, out TimeSpan? value) =>
        {
            const double Most = 366 * 24 * 3600;
            var isSpan = double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= Most;
            value = isSpan ? TimeSpan.FromSeconds(seconds) : null;
            return isSpan;
        });

    /// <summary>A moment; a time without a zone is UTC.</summary>
    public static SettingFormat<DateTimeOffset?> Time { get; } = new(
        "a time such as 2026-08-01 or 2026-08-01T12:00:00Z",
        static (string text, out DateTimeOffset? value) =>
        {
            const DateTimeStyles Styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
            var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Styles, out var time);
            value = isTime ? time : null;
            return isTime;
        });

    /// <summary>A whole number within bounds, both included.</summary>
    public static SettingFormat<int> WholeNumber(int least, int most) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"),
        (string text, out int value) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= least && value <= most);

    /// <summary>One of a few words, in any case.</summary>
    public static SettingFormat<T> Choice<T>(params (string Word, T Value)[] choices) => new(
        $"one of {string.Join(", ", choices.Select(static choice => choice.Word))}",
        (string text, [MaybeNullWhen(false)] out T value) =>
        {
            foreach (var (word, choice) in choices)
            {
                if (word.Equals(text, StringComparison.OrdinalIgnoreCase))
                {
                    value = choice;
                    return true;
                }
            }

            value = default;
            return false;
        });
}
