using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Cache;

/// <summary>The cache on SQLite.</summary>
public sealed class SqliteCacheTests : CacheSuite
{
    [Fact]
    public async Task A_value_survives_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("trellis-aerostack-");
        await using (var before = await AerostackServer.StartAsync(new ServerSetup { DataDirectory = folder.FullName }))
            await before.First.PostAsync("/v1/cache/set", """{"key":"k","value":7}""");

        await using (var after = await AerostackServer.StartAsync(new ServerSetup { DataDirectory = folder.FullName }))
            (await after.First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":7,"exists":true}""");

        folder.Delete(recursive: true);
    }
}
