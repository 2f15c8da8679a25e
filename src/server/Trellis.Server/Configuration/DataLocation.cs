using Microsoft.Extensions.Configuration;

namespace Trellis.Server;

/// <summary>Decides where the data directory is, which must be known before <c>trellis.json</c> in it can be read.</summary>
internal static class DataLocation
{
    /// <summary>The full path of the data directory; null when the server is to keep nothing.</summary>
    /// <exception cref="ServerStartException">The settings contradict each other, or the platform has no place for data.</exception>
    public static string? Find(IConfiguration flags, IConfiguration environment)
    {
        if (Read(flags) is { } fromFlags)
            return fromFlags.Directory;
        if (SettingValue.Switch(flags, ServerSetting.Ephemeral) is null && Read(environment) is { } fromEnvironment)
            return fromEnvironment.Directory;
        return environment[ServerSetting.Data.Key] is { } directory ? Path.GetFullPath(directory) : Default();
    }

    private static Place? Read(IConfiguration source) =>
        (source[ServerSetting.Data.Key], SettingValue.Switch(source, ServerSetting.Ephemeral)) switch
        {
            ({ }, true) => throw new ServerStartException(
                ServerStartFailure.Configuration, "An ephemeral server keeps nothing, so it takes no data directory: give one of --ephemeral and --data."),
            (null, true) => new Place(null),
            ({ } directory, _) => new Place(Path.GetFullPath(directory)),
            _ => null,
        };

    private static string Default()
    {
        var applicationData = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return applicationData.Length > 0
            ? Path.Combine(applicationData, "trellis")
            : throw new ServerStartException(
                ServerStartFailure.Configuration, "The platform has no folder for application data here: name a data directory with --data.");
    }

    private sealed record Place(string? Directory);
}
