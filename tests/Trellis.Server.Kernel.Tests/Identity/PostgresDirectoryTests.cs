using Trellis.Server.Kernel.Storage;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Kernel.Tests.Identity;

/// <summary>The suite on PostgreSQL, in a schema of its own per test.</summary>
public sealed class PostgresDirectoryTests(PostgresFixture fixture) : DirectorySuite, IClassFixture<PostgresFixture>
{
    protected override async ValueTask<StoreOptions?> OptionsAsync() =>
        StoreOptions.For(await (await fixture.DatabaseAsync()).CreateSchemaAsync());
}
