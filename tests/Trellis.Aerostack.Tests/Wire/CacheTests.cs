using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trellis.Aerostack.Tests.Wire;

public sealed class CacheTests
{
    [Fact]
    public async Task A_value_and_its_life_go_out_as_the_contract_prints_them()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"success":true}"""));
        var answer = await aerostack.Client.Cache.SetAsync(
            "k", new JsonObject { ["a"] = null, ["b"] = new JsonArray((JsonNode?)null) }, TimeSpan.FromSeconds(60));
        aerostack.LastBody.ShouldBe("""{"key":"k","value":{"a":null,"b":[null]},"ttl":60}""");
        answer.Success.ShouldBe(true);
    }

    [Fact]
    public async Task A_null_is_sent_as_such_and_an_unset_life_not_at_all()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        await aerostack.Client.Cache.SetAsync("k", null);
        aerostack.LastBody.ShouldBe("""{"key":"k","value":null}""");
    }

    [Theory]
    [InlineData("""{"exists":false}""", JsonValueKind.Undefined, false)]
    [InlineData("""{"value":null}""", JsonValueKind.Null, false)]
    [InlineData("""{"value":null,"exists":true}""", JsonValueKind.Null, true)]
    [InlineData("""{"value":"v"}""", JsonValueKind.String, true)]
    [InlineData("""{"value":0}""", JsonValueKind.Number, true)]
    [InlineData("""{"value":"v","exists":false}""", JsonValueKind.String, false)]
    [InlineData("{}", JsonValueKind.Undefined, false)]
    public async Task A_value_is_absent_or_null_or_there_and_what_the_server_says_about_its_existence_wins(string json, JsonValueKind kind, bool isHit)
    {
        using var aerostack = new AerostackFixture(Golden.Ok(json));
        var value = await aerostack.Client.Cache.GetAsync("k");
        aerostack.LastBody.ShouldBe("""{"key":"k"}""");
        value.Value.ValueKind.ShouldBe(kind);
        value.IsHit.ShouldBe(isHit);
    }

    [Fact]
    public void A_value_is_read_as_a_type_of_the_applications_and_a_miss_as_its_default()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"value":{"name":"n"},"exists":true}"""), Golden.Ok("""{"value":null,"exists":false}"""));
        aerostack.Client.Cache.Get("k").Read(ThingJson.Default.Thing).ShouldBe(new Thing("n"));
        aerostack.Client.Cache.Get("k").Read(ThingJson.Default.Thing).ShouldBeNull();
    }

    [Fact]
    public void A_value_of_a_type_of_the_applications_is_sent_with_its_own_contract()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        aerostack.Client.Cache.Set("k", new Thing("n"), ThingJson.Default.Thing, TimeSpan.FromMilliseconds(1));
        aerostack.LastBody.ShouldBe("""{"key":"k","value":{"name":"n"},"ttl":1}""");
    }
}
