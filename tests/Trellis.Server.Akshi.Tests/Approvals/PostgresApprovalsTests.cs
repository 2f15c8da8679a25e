using Trellis.Server.Akshi.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Akshi.Tests.Approvals;

/// <summary>The suite on PostgreSQL, in a schema of its own per test.</summary>
public sealed class PostgresApprovalsTests(PostgresFixture fixture) : ApprovalsSuite, IClassFixture<PostgresFixture>
{
    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        await base.SetupAsync() with { Store = await (await fixture.DatabaseAsync()).CreateSchemaAsync() };
}
