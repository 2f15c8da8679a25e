using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server;

/// <summary>Finds the data of a server that has run, for the commands that look at it. The server may be running.</summary>
internal static class StoredData
{
    /// <summary>The data directory.</summary>
    /// <exception cref="ServerStartException">The settings name none, or it is not there.</exception>
    public static string Locate(ServerConfiguration configuration)
    {
        if (configuration.DataDirectory is not { } directory)
        {
            throw new ServerStartException(
                ServerStartFailure.Configuration, "The directory of an ephemeral server is the one that it named when it started: give it with --data.");
        }

        return Directory.Exists(directory) ? directory : throw Missing($"There is no data directory '{directory}'.");
    }

    /// <summary>Opens the store, to be disposed by the caller.</summary>
    /// <exception cref="ServerStartException">The store is not there or cannot be opened.</exception>
    public static async Task<IStore> OpenStoreAsync(ServerConfiguration configuration, CancellationToken cancellationToken)
    {
        var directory = Locate(configuration);
        var location = configuration.Values[ServerSetting.Store.Key] is { Length: > 0 } text ? text : null;
        var options = ServerStore.Locate(location, directory);
        if (options.SqlitePath is { } file && !File.Exists(file))
            throw Missing($"There is no database '{file}'.");

        return await ServerStore.OpenAsync(options, ServerModules.All, TimeProvider.System, NullLoggerFactory.Instance, cancellationToken);
    }

    private static ServerStartException Missing(string what) =>
        new(ServerStartFailure.DataDirectory, $"{what} Start the server on it once, or name another directory with --data.");
}
