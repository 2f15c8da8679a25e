using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trellis;

/// <summary>
/// Text settings from outside, read by two names: the environment variable's and the configuration key's. A value that cannot be read
/// fails at once and names its origin; it never falls back silently.
/// </summary>
internal sealed class SettingSource
{
    private readonly Func<string, string, (string Origin, string? Value)> _read;

    private SettingSource(Func<string, string, (string Origin, string? Value)> read) => _read = read;

    /// <summary>The process's environment variables.</summary>
    public static SettingSource Environment { get; } = Variables(System.Environment.GetEnvironmentVariable);

    /// <summary>Environment variables as <paramref name="read"/> tells them.</summary>
    public static SettingSource Variables(Func<string, string?> read) => new((variable, _) => (variable, read(variable)));

    /// <summary>The keys of a configuration section.</summary>
    public static SettingSource Configuration(IConfiguration section) =>
        new((_, key) => (section is IConfigurationSection { Path: var path } ? $"{path}:{key}" : key, section[key]));

    /// <summary>A text as it is; <see langword="null"/> when it is not set.</summary>
    public string? Text(string variable, string key) => _read(variable, key).Value;

    /// <summary>A number of seconds.</summary>
    public TimeSpan? Seconds(string variable, string key) => Parse(variable, key, "a number of seconds such as 30 or 2.5", static text =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 4_000_000
            ? TimeSpan.FromSeconds(seconds)
            : (TimeSpan?)null);

    /// <summary>A whole number.</summary>
    public int? Integer(string variable, string key) => Parse(variable, key, "a whole number", static text =>
        int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
            ? number
            : (int?)null);

    /// <summary>An absolute http or https address.</summary>
    public Uri? Address(string variable, string key)
    {
        var (origin, value) = _read(variable, key);
        return value is null ? null
            : Uri.TryCreate(value, UriKind.Absolute, out var address) ? address
            : throw Malformed(origin, value, "an absolute address such as https://api.example.com");
    }

    /// <summary>A switch that is on unless the text is one of <c>0 false no off</c> (any case, blanks around it ignored).</summary>
    public bool? OnUnlessRefused(string variable, string key) =>
        Text(variable, key) is { } text ? text.Trim().ToUpperInvariant() is not ("0" or "FALSE" or "NO" or "OFF") : null;

    private T? Parse<T>(string variable, string key, string expected, Func<string, T?> parse)
        where T : struct
    {
        var (origin, value) = _read(variable, key);
        return value is null ? null : parse(value) ?? throw Malformed(origin, value, expected);
    }

    private static FormatException Malformed(string origin, string value, string expected) =>
        new($"{origin} must be {expected}, but is '{value}'.");
}
