using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Crashes;

public sealed class SqliteCrashTests : CrashSuite
{
    [Fact]
    public Task Nothing_acknowledged_is_lost_in_fifty_crashes() => CrashAsync(crashes: 50, new ServerSettings());
}
