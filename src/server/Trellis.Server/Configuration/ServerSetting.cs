namespace Trellis.Server;

/// <summary>One setting of the server, which has the same name on the command line, in the environment and in <c>trellis.json</c>.</summary>
/// <param name="Name">Lower case, words joined by hyphens: <c>log-level</c>.</param>
internal sealed record ServerSetting(string Name)
{
    public static readonly ServerSetting Data = new("data");
    public static readonly ServerSetting Urls = new("urls");
    public static readonly ServerSetting Store = new("store");
    public static readonly ServerSetting Blobs = new("blobs");
    public static readonly ServerSetting Ephemeral = new("ephemeral");
    public static readonly ServerSetting Bootstrap = new("bootstrap");
    public static readonly ServerSetting Faults = new("faults");
    public static readonly ServerSetting Insecure = new("insecure");
    public static readonly ServerSetting LogLevel = new("log-level");
    public static readonly ServerSetting Format = new("format");
    public static readonly ServerSetting Subject = new("subject");
    public static readonly ServerSetting Days = new("days");

    public static readonly IReadOnlyList<ServerSetting> All =
        [Data, Urls, Store, Blobs, Ephemeral, Bootstrap, Faults, Insecure, LogLevel, Format, Subject, Days];

    /// <summary>As an option: <c>--log-level</c>.</summary>
    public string Option => "--" + Name;

    /// <summary>As an environment variable: <c>TRELLIS_LOG_LEVEL</c>.</summary>
    public string Variable => ServerConfiguration.VariablePrefix + Name.Replace('-', '_').ToUpperInvariant();

    /// <summary>As a key of <c>trellis.json</c>: <c>logLevel</c>. Keys are compared without regard to case.</summary>
    public string Key => Name.Replace("-", "", StringComparison.Ordinal);

    public override string ToString() => Name;
}
