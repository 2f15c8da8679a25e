using System.CommandLine;

namespace Trellis.Server;

/// <summary>The options of the command line. Values are read as text and checked with those of the other sources.</summary>
internal static class ServerOptions
{
    public static readonly Option<string> Data = Text(
        ServerSetting.Data, "DIR", "Where the server keeps its data. Made if it is missing. [default: the platform's application data, trellis/]");

    public static readonly Option<string> Urls = Text(
        ServerSetting.Urls, "URL;URL", $"The addresses to listen on; port 0 takes a free one. [default: {string.Join(';', ServeSettings.DefaultUrls)}]");

    public static readonly Option<string> Store = Text(
        ServerSetting.Store,
        "CONNECTION",
        $"A PostgreSQL connection string (Host=…;Database=…). One with a password belongs in {ServerSetting.Store.Variable}, where no list of processes shows it. [default: SQLite in the data directory]");

    public static readonly Option<string> Blobs = Text(
        ServerSetting.Blobs,
        "URL",
        "Where files are kept: a folder, or s3://BUCKET/PREFIX?endpoint=URL&region=NAME with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment. [default: blobs/ in the data directory]");

    public static readonly Option<bool> Ephemeral = Switch(ServerSetting.Ephemeral, "Keep nothing: use a temporary directory and remove it on stop.");

    public static readonly Option<string> Bootstrap = Choice(
        ServerSetting.Bootstrap, "Whether to make credentials.json and keep it up to date. [default: on]", "on", "off");

    public static readonly Option<string> Faults = Text(ServerSetting.Faults, "FILE", "Inject the faults of this file: latency, statuses, cut streams, lost responses.");

    public static readonly Option<bool> Insecure = Switch(ServerSetting.Insecure, "Allow plain HTTP on addresses that other machines can reach.");

    public static readonly Option<string> LogLevel = Choice(
        ServerSetting.LogLevel, "How much to log on standard error. [default: information]", "trace", "debug", "information", "warning", "error", "critical", "none");

    public static readonly Option<string> Format = Choice(ServerSetting.Format, "What to print the variables for. [default: bash]", "bash", "pwsh", "json");

    public static readonly Option<string> Subject = Text(ServerSetting.Subject, "NAME", "Whom the token speaks for. Each subject sees its own keys alone.");

    public static readonly Option<string> Days = Text(ServerSetting.Days, "N", $"How many days the token is valid, 1 to {TokenCommand.LongestDays}. [default: {TokenCommand.DefaultDays}]");

    /// <summary>What stood on the command line, by <see cref="ServerSetting.Key"/>.</summary>
    public static IReadOnlyDictionary<string, string?> Read(ParseResult line)
    {
        var flags = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var setting in ServerSetting.All)
        {
            if (line.GetResult(setting.Option) is System.CommandLine.Parsing.OptionResult { Implicit: false } result)
                flags[setting.Key] = result.Tokens is [var token, ..] ? token.Value : "on";
        }

        return flags;
    }

    private static Option<string> Text(ServerSetting setting, string placeholder, string description) =>
        new(setting.Option) { HelpName = placeholder, Description = Describe(setting, description) };

    private static Option<bool> Switch(ServerSetting setting, string description) => new(setting.Option) { Description = Describe(setting, description) };

    private static Option<string> Choice(ServerSetting setting, string description, params string[] values)
    {
        var option = new Option<string>(setting.Option) { Description = Describe(setting, description) };
        option.AcceptOnlyFromAmong(values);
        return option;
    }

    private static string Describe(ServerSetting setting, string description) => $"{description} [environment: {setting.Variable}]";
}
