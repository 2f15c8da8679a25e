using System.CommandLine;

namespace Trellis.Cli;

/// <summary><c>--output</c>, the same on every command that answers something.</summary>
internal static class OutputSetting
{
    private static readonly SettingFormat<OutputFormat> Format = SettingFormats.Choice(("table", OutputFormat.Table), ("json", OutputFormat.Json));

    /// <param name="fallback">What the command prints when nobody says.</param>
    public static Setting<OutputFormat> Create(OutputFormat fallback)
    {
        var setting = new Setting<OutputFormat>(
            "--output", "TRELLIS_OUTPUT", "table|json", $"How the answer is printed (default: {(fallback == OutputFormat.Json ? "json" : "table")})", Format);
        setting.Aliases.Add("-o");
        setting.CompletionSources.Add("table", "json");
        return setting;
    }
}
