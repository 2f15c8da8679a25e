namespace Trellis.Server.Akshi.Configuration.Reading;

/// <summary>Reads <c>[runtime]</c>.</summary>
internal static class RuntimeSection
{
    /// <summary>Thirty days, which every timer can wait.</summary>
    public const long LongestMilliseconds = 30L * 24 * 3600 * 1000;

    public const int MostMemoryMb = 1 << 20;

    /// <summary>Reads the section.</summary>
    public static RuntimeDefaults Read(Section? section, out string? dataDirectory)
    {
        dataDirectory = null;
        var defaults = new RuntimeDefaults();
        if (section is null)
            return defaults;

        dataDirectory = section.Text("data_dir");
        var read = new RuntimeDefaults
        {
            TickInterval = section.Integer("tick_interval_ms", 10, LongestMilliseconds) is { } ms ? TimeSpan.FromMilliseconds(ms) : defaults.TickInterval,
            MaxAgents = (int)(section.Integer("max_agents", 0, int.MaxValue) ?? defaults.MaxAgents),
            FuelLimit = Fuel(section, defaults.FuelLimit, "fuel_limit"),
            MemoryLimitMb = (int)(section.Integer("memory_limit_mb", 1, MostMemoryMb) ?? defaults.MemoryLimitMb),
        };
        section.WarnOfUnknown();
        return read;
    }

    /// <summary>A fuel limit, of which 0 means none: TOML knows no null.</summary>
    public static long? Fuel(Section section, long? @default, string key) => section.Integer(key, 0, long.MaxValue) switch
    {
        null => @default,
        0 => null,
        var limit => limit,
    };
}
