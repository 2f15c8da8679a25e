using Microsoft.Extensions.Logging;
using Npgsql;
using Trellis.Server.Kernel.Storage.Migrations;
using Trellis.Server.Kernel.Storage.Postgres;
using Trellis.Server.Kernel.Storage.Sqlite;

namespace Trellis.Server.Kernel.Storage;

/// <summary>Opens a store.</summary>
public static class Store
{
    /// <summary>
    /// Opens the store that <paramref name="options"/> name and brings its schema up to date. Several servers may open one PostgreSQL
    /// database at the same time; a SQLite file belongs to one server.
    /// </summary>
    /// <param name="options">Where the store is.</param>
    /// <param name="migrations">
    /// The schema: per module the versions 1, 2, 3, …, applied module by module in the order in which the modules first appear.
    /// </param>
    /// <param name="timeProvider">Gives the times at which migrations are applied and the pauses between attempts.</param>
    /// <param name="logger">Told of applied migrations, of repeated calls and of settings under which the engine may lose what it has confirmed.</param>
    /// <param name="cancellationToken">Gives up between two migrations.</param>
    /// <returns>The store, to be disposed by the caller.</returns>
    /// <exception cref="StoreException">
    /// The database cannot be opened, or its schema has steps that this server does not know or knows differently.
    /// </exception>
    public static async Task<IStore> OpenAsync(
        StoreOptions options,
        IEnumerable<Migration> migrations,
        TimeProvider timeProvider,
        ILogger logger,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(migrations);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(logger);

        var plan = new MigrationPlan(migrations);
        var store = OpenEngine(options, timeProvider, logger);
        try
        {
            await new Migrator(store, timeProvider, logger).ApplyAsync(plan, cancellationToken).ConfigureAwait(false);
            if (store is PostgresStore)
                await PostgresDurability.CheckAsync(store, logger, cancellationToken).ConfigureAwait(false);

            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static IStore OpenEngine(StoreOptions options, TimeProvider timeProvider, ILogger logger) => options switch
    {
        { SqlitePath: { } path, ConnectionString: null } => SqliteStore.Open(path, options),
        { SqlitePath: null, ConnectionString: { } connectionString } => new PostgresStore(
            NpgsqlDataSource.Create(PostgresConnectionString.Complete(connectionString)),
            new RepeatPolicy(options.MaxAttempts, timeProvider, Random.Shared.NextDouble, logger)),
        _ => throw new ArgumentException("Exactly one of SqlitePath and ConnectionString must be set.", nameof(options)),
    };
}
