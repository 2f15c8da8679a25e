using Trellis.EndToEnd.Tests.Servers;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.EndToEnd.Tests.Crashes;

public sealed class PostgresCrashTests(PostgresFixture postgres) : CrashSuite, IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Nothing_acknowledged_is_lost_in_ten_crashes() =>
        await CrashAsync(crashes: 10, new ServerSettings { Store = (await postgres.DatabaseAsync()).ConnectionString });
}
