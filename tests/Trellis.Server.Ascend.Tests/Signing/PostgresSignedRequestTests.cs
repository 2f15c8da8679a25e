using Trellis.Server.Ascend.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Ascend.Tests.Signing;

/// <summary>The suite on PostgreSQL.</summary>
public sealed class PostgresSignedRequestTests(PostgresFixture postgres) : SignedRequestSuite, IClassFixture<PostgresFixture>
{
    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };
}
