using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Trellis.Server;

/// <summary>Turns the settings of one run into the options of a server.</summary>
internal static class ServeSettings
{
    /// <summary>The local addresses that the platforms' SDKs document.</summary>
    public static readonly IReadOnlyList<string> DefaultUrls = ["http://127.0.0.1:8787", "http://127.0.0.1:3210"];

    private const string RequestBodyBytes = "limits:requestBodyBytes";
    private const string ShutdownSeconds = "limits:shutdownSeconds";

    /// <exception cref="ServerStartException">A setting has a value that it cannot have.</exception>
    public static TrellisServerOptions Read(ServerConfiguration configuration)
    {
        var values = configuration.Values;
        var defaults = new TrellisServerOptions();
        var store = Text(values, ServerSetting.Store);
        var blobs = Text(values, ServerSetting.Blobs);
        if (configuration.DataDirectory is null && store is not null)
        {
            throw new ServerStartException(
                ServerStartFailure.Configuration, "An ephemeral server keeps nothing, so it takes no store: give one of --ephemeral and --store.");
        }

        if (configuration.DataDirectory is null && blobs is not null)
        {
            throw new ServerStartException(
                ServerStartFailure.Configuration, "An ephemeral server keeps nothing, so it takes no place for files: give one of --ephemeral and --blobs.");
        }

        return new TrellisServerOptions
        {
            Urls = SettingValue.List(values, ServerSetting.Urls) ?? DefaultUrls,
            DataDirectory = configuration.DataDirectory,
            Store = store,
            Blobs = blobs,
            BlobCredentials = AwsCredentials.ReadEnvironment(),
            Bootstrap = SettingValue.Switch(values, ServerSetting.Bootstrap) ?? defaults.Bootstrap,
            FaultsFile = Text(values, ServerSetting.Faults),
            Insecure = SettingValue.Switch(values, ServerSetting.Insecure) ?? defaults.Insecure,
            MaxRequestBodyBytes = SettingValue.WholeNumber(values, RequestBodyBytes, 1, int.MaxValue) ?? defaults.MaxRequestBodyBytes,
            ShutdownTimeout = SettingValue.WholeNumber(values, ShutdownSeconds, 0, 3600) is { } seconds
                ? TimeSpan.FromSeconds(seconds)
                : defaults.ShutdownTimeout,
            Configuration = values,
            ConfigureLogging = ConsoleLogging.At(ReadLogLevel(values)),
        };
    }

    private static string? Text(IConfiguration values, ServerSetting setting) => values[setting.Key] is { Length: > 0 } text ? text : null;

    private static LogLevel ReadLogLevel(IConfiguration values)
    {
        if (Text(values, ServerSetting.LogLevel) is not { } name)
            return LogLevel.Information;
        return Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level) && Enum.IsDefined(level) && !char.IsAsciiDigit(name[0])
            ? level
            : throw SettingValue.Refuse(ServerSetting.LogLevel, name, "one of trace, debug, information, warning, error, critical and none");
    }
}
