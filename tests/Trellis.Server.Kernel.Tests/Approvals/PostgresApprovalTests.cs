using Trellis.Server.Kernel.Storage;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Kernel.Tests.Approvals;

/// <summary>The suite on PostgreSQL, in a schema of its own per test.</summary>
public sealed class PostgresApprovalTests(PostgresFixture fixture) : ApprovalSuite, IClassFixture<PostgresFixture>
{
    private string _connectionString = "";

    public override async ValueTask InitializeAsync()
    {
        _connectionString = await (await fixture.DatabaseAsync()).CreateSchemaAsync();
        await base.InitializeAsync();
    }

    protected override StoreOptions Options() => StoreOptions.For(_connectionString);
}
