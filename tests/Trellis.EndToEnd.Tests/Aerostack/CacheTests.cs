using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.EndToEnd.Tests.Aerostack;

public sealed class CacheTests(ProjectServer server)
{
    [Fact]
    public async Task A_value_a_null_and_a_miss_are_told_apart()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        await client.Cache.SetAsync("value", new JsonObject { ["a"] = 1 }, TimeSpan.FromMinutes(5));
        await client.Cache.SetAsync("null", null);

        var value = await client.Cache.GetAsync("value");
        (value.IsHit, value.Value.GetProperty("a").GetInt32()).ShouldBe((true, 1));
        (await client.Cache.GetAsync("null")).IsHit.ShouldBeTrue();
        (await client.Cache.GetAsync("nothing")).IsHit.ShouldBeFalse();
    }

    [Fact]
    public async Task Many_values_are_set_gotten_listed_and_removed()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        (await client.Cache.SetManyAsync([.. Enumerable.Range(0, 100).Select(static n => new CacheItem($"k:{n:D3}", n))])).Count.ShouldBe(100);
        (await client.Cache.GetManyAsync(["k:001", "none"])).Results!.Select(static item => item.IsHit).ShouldBe([true, false]);
        (await client.Cache.ListAllAsync("k:", pageSize: 33).Select(static key => key.Key!).ToListAsync())
            .ShouldBe(Enumerable.Range(0, 100).Select(static n => $"k:{n:D3}"));
        (await client.Cache.DeleteManyAsync(["k:001", "none"])).Deleted.ShouldBe(1);
        (await client.Cache.FlushAsync("k:")).Deleted.ShouldBe(99);
    }

    [Fact]
    public async Task Of_increments_at_once_none_is_lost()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.Cache.IncrementAsync("counter")));
        (await client.Cache.GetAsync("counter")).Value.GetInt32().ShouldBe(50);
    }
}
