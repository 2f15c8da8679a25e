using Trellis.Server.Aerostack.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Aerostack.Tests.Gateway;

/// <summary>The gateway on PostgreSQL.</summary>
public sealed class PostgresGatewayTests(PostgresFixture postgres) : GatewaySuite, IClassFixture<PostgresFixture>
{
    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };
}
