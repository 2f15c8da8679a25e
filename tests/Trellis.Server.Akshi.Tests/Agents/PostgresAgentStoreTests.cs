using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Akshi.Tests.Agents;

/// <summary>The suite on PostgreSQL, in a schema of its own per test.</summary>
public sealed class PostgresAgentStoreTests(PostgresFixture fixture) : AgentStoreSuite, IClassFixture<PostgresFixture>
{
    private protected override async ValueTask<string?> StoreAsync() => await (await fixture.DatabaseAsync()).CreateSchemaAsync();
}
