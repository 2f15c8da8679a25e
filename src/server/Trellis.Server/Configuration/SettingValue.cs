using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server;

/// <summary>Reads the text of a setting as the type it stands for. An absent setting is null.</summary>
internal static class SettingValue
{
    /// <exception cref="ServerStartException">The value is neither on nor off.</exception>
    public static bool? Switch(IConfiguration source, ServerSetting setting) => source[setting.Key]?.ToLowerInvariant() switch
    {
        null or "" => null,
        "on" or "true" or "yes" or "1" => true,
        "off" or "false" or "no" or "0" => false,
        var other => throw Refuse(setting, other, "'on' or 'off'"),
    };

    /// <exception cref="ServerStartException">The value is not a whole number of the range.</exception>
    public static long? WholeNumber(IConfiguration source, string name, long minimum, long maximum)
    {
        if (source[name] is not { Length: > 0 } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= minimum && number <= maximum
            ? number
            : throw Refuse(new ServerSetting(name.Replace(ConfigurationPath.KeyDelimiter, ".", StringComparison.Ordinal)), text, $"a whole number from {minimum} to {maximum}");
    }

    /// <summary>Values joined by semicolons, or the elements of a JSON array.</summary>
    public static IReadOnlyList<string>? List(IConfiguration source, ServerSetting setting)
    {
        var section = source.GetSection(setting.Key);
        if (section.Value is { Length: > 0 } text)
            return text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

        var elements = section.GetChildren().Select(static child => child.Value).OfType<string>().ToList();
        return elements.Count > 0 ? elements : null;
    }

    public static ServerStartException Refuse(ServerSetting setting, string value, string allowed) =>
        new(ServerStartFailure.Configuration, $"The setting '{setting}' is {allowed}, not '{value}'.");
}
