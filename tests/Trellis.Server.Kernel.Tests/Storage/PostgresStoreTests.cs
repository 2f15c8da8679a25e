using Trellis.Server.Kernel.Storage;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Kernel.Tests.Storage;

/// <summary>The suite on PostgreSQL, in a schema of its own per test, and what PostgreSQL alone does.</summary>
public sealed partial class PostgresStoreTests(PostgresFixture fixture) : StoreSuite, IClassFixture<PostgresFixture>
{
    private string? _connectionString;

    private string ConnectionString => _connectionString ?? throw new InvalidOperationException("The schema was not made.");

    public override async ValueTask InitializeAsync()
    {
        var database = await fixture.DatabaseAsync();
        _connectionString = await database.CreateSchemaAsync();
        await base.InitializeAsync();
    }

    protected override StoreOptions Options() => StoreOptions.For(ConnectionString);
}
