using Trellis.Server.Aerostack.Tests.Support;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Aerostack.Tests.Cache;

/// <summary>The cache on PostgreSQL.</summary>
public sealed class PostgresCacheTests(PostgresFixture postgres) : CacheSuite, IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task Two_servers_on_one_store_show_one_cache()
    {
        var store = await (await postgres.DatabaseAsync()).CreateSchemaAsync();
        await using var one = await AerostackServer.StartAsync(new ServerSetup { Store = store });
        await using var two = await AerostackServer.StartAsync(new ServerSetup { Store = store });

        await one.First.PostAsync("/v1/cache/set", """{"key":"k","value":7}""");
        (await two.First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":7,"exists":true}""");

        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(_ => (AerostackServer[])[one, two])
            .Select(static server => server.First.PostAsync("/v1/cache/increment", """{"key":"n"}""")));
        (await one.First.PostAsync("/v1/cache/get", """{"key":"n"}""")).ShouldAnswer("""{"value":40,"exists":true}""");
    }

    private protected override async ValueTask<ServerSetup> SetupAsync() =>
        new() { Store = await (await postgres.DatabaseAsync()).CreateSchemaAsync() };
}
