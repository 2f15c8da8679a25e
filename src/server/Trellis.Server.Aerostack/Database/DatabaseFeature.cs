using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Database.Postgres;
using Trellis.Server.Aerostack.Database.Sqlite;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Database;

/// <summary>A project's own SQL database (contract, sections 2.1.6, 2.2.1 and 8.1), on the engine of the server's store.</summary>
internal sealed class DatabaseFeature : IAerostackFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton(static provider => new DatabaseOptions(provider.GetRequiredService<IConfiguration>().GetSection("aerostack:database")));
        services.AddSingleton<IProjectDatabases>(static provider => provider.GetRequiredService<StoreOptions>().ConnectionString is { } connectionString
            ? new PostgresProjectDatabases(connectionString, provider.GetRequiredService<DatabaseOptions>())
            : ActivatorUtilities.CreateInstance<SqliteProjectDatabases>(provider));
        services.AddSingleton<DatabaseEndpoints>();
        services.AddSingleton<MigrationEndpoint>();
        services.AddSingleton<TableEndpoint>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AerostackRoutes routes)
    {
        var database = routes.Service<DatabaseEndpoints>();
        routes.Post(database.QueryAsync, Access.Secret, "/v1/db/query");
        routes.Post(database.BatchAsync, Access.Secret, "/v1/db/batch");
        routes.Post(routes.Service<MigrationEndpoint>().MigrateAsync, Access.Secret, "/v1/db/migrate");
        routes.Get(routes.Service<TableEndpoint>().ListAsync, Access.Secret, "/v1/db/tables");
    }
}
