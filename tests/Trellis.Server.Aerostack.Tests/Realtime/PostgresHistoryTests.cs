using Trellis.Server.Aerostack.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>The suite on PostgreSQL, in a schema of its own per test.</summary>
public sealed class PostgresHistoryTests(PostgresFixture fixture) : HistorySuite, IClassFixture<PostgresFixture>
{
    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        await base.SetupAsync() with { Store = await (await fixture.DatabaseAsync()).CreateSchemaAsync() };
}
