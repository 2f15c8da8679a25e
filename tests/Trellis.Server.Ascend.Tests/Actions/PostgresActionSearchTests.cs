using Trellis.Server.Ascend.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Ascend.Tests.Actions;

/// <summary>The suite on PostgreSQL.</summary>
public sealed class PostgresActionSearchTests(PostgresFixture postgres) : ActionSearchSuite, IClassFixture<PostgresFixture>
{
    private protected override async ValueTask<ServerSetup> SetupAsync() => new() { Store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };
}
