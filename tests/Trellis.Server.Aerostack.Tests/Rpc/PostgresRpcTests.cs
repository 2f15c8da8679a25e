using Trellis.Server.Aerostack.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Aerostack.Tests.Rpc;

/// <summary>The suite on PostgreSQL, in a schema of its own per test.</summary>
public sealed class PostgresRpcTests(PostgresFixture fixture) : RpcSuite, IClassFixture<PostgresFixture>
{
    private protected override string Target => "postgres";

    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        await base.SetupAsync() with { Store = await (await fixture.DatabaseAsync()).CreateSchemaAsync() };
}
