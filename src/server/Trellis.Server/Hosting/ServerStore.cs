using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Idempotency;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server;

/// <summary>Opens the store with the schema of the kernel and of all platforms.</summary>
internal static class ServerStore
{
    /// <summary>Opens the store.</summary>
    /// <exception cref="ServerStartException">The store cannot be opened or brought up to date.</exception>
    public static async Task<IStore> OpenAsync(
        StoreOptions options,
        IEnumerable<IServerModule> modules,
        TimeProvider time,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        IEnumerable<Migration> migrations =
        [
            .. IdentityMigrations.All,
            .. AuditMigrations.All,
            .. ApprovalMigrations.All,
            .. IdempotencyMigrations.All,
            .. WebhookMigrations.All,
            .. BlobMigrations.All,
            .. JobMigrations.All,
            .. modules.SelectMany(static module => module.Migrations),
        ];
        try
        {
            return await Store.OpenAsync(options, migrations, time, loggers.CreateLogger("Trellis.Server.Store"), cancellationToken);
        }
        catch (StoreException error)
        {
            throw new ServerStartException(ServerStartFailure.Store, $"The store ({options}) cannot be opened: {error.Message}", error);
        }
    }

    /// <summary>Where the store is, without touching it: at a location, a connection string or a SQLite file; null is the file in the data directory.</summary>
    public static StoreOptions Locate(string? location, string dataDirectory) =>
        StoreOptions.For(location ?? Path.Combine(dataDirectory, DataFiles.Database));

    /// <summary>Where the store of a server is, without touching it, and whether it flushes.</summary>
    public static StoreOptions Locate(TrellisServerOptions options, DataDirectory data)
    {
        var located = Locate(options.Store, data.Path);
        return located.SqlitePath is { } file
            ? new StoreOptions { SqlitePath = file, IsDurable = options.IsDurable ?? !(data.IsTemporary && options.Store is null) }
            : located;
    }
}
