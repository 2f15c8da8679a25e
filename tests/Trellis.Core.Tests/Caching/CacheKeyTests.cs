namespace Trellis.Tests.Caching;

public sealed class CacheKeyTests
{
    private static readonly Secret Token = new("jwt-1");

    [Theory]
    [InlineData("jwt-1", "ba2f0df4")]
    [InlineData("tok", "1a7674eb")]
    [InlineData("test-token", "4c5dc9b7")]
    [InlineData("user-a", "fc95297a")]
    [InlineData("""{"key":"surfsense"}""", "fdee9a01")]
    [InlineData("""{"key":"alias-a"}""", "f54c86b9")]
    [InlineData("""{"key":"cl\u00e9"}""", "35b2b200")]
    [InlineData("""{"key":"\ud83d\ude00"}""", "1bb45228")]
    [InlineData("""{"key":"a/b\"c"}""", "70750e26")]
    [InlineData("""{"a":[1,true,null],"b":2}""", "d5138eba")]
    public void Hashes_are_those_of_the_contract(string text, string hash) => CacheKey.Hash(text).ShouldBe(hash);

    [Fact]
    public void A_call_without_arguments_says_so()
    {
        CacheKey.ForCall("askii", Token, "keys", "list").ShouldBe("askii:v1:ba2f0df4:keys:list:noargs");
        CacheKey.ForCall("askii", Token, "keys", "list", new Dictionary<string, object?>()).ShouldBe("askii:v1:ba2f0df4:keys:list:noargs");
    }

    [Theory]
    [InlineData("surfsense", "fdee9a01")]
    [InlineData("alias-a", "f54c86b9")]
    [InlineData("clé", "35b2b200")]
    [InlineData("😀", "1bb45228")]
    [InlineData("a/b\"c", "70750e26")]
    public void The_arguments_are_hashed_in_canonical_form(string key, string hash) =>
        CacheKey.ForCall("askii", Token, "keys", "get_config", Arguments(key)).ShouldBe($"askii:v1:ba2f0df4:keys:get_config:{hash}");

    [Fact]
    public void Arguments_of_every_kind_are_hashed_whatever_their_order()
    {
        var arguments = new Dictionary<string, object?> { ["b"] = 2, ["a"] = new object?[] { 1, true, null } };
        CacheKey.ForCall("askii", Token, "r", "o", arguments).ShouldEndWith(":d5138eba");
    }

    [Fact]
    public void The_arguments_are_taken_untrimmed() =>
        CacheKey.ForCall("askii", Token, "keys", "get_config", Arguments(" surfsense"))
            .ShouldNotBe(CacheKey.ForCall("askii", Token, "keys", "get_config", Arguments("surfsense")));

    [Fact]
    public void The_token_does_not_show_in_a_key() =>
        CacheKey.ForCall("askii", new Secret("test-token"), "keys", "list").ShouldNotContain("test-token");

    [Fact]
    public void A_resource_has_a_prefix_for_each_token()
    {
        var prefix = CacheKey.ForResource("askii", Token, "keys");
        prefix.ShouldBe("askii:v1:ba2f0df4:keys");
        CacheKey.ForResource("askii", new Secret("user-a"), "keys").ShouldNotBe(prefix);
        CacheKey.ForCall("askii", Token, "keys", "list").ShouldStartWith(prefix);
    }

    [Fact]
    public void Platforms_do_not_share_keys() =>
        CacheKey.ForCall("akshi", Token, "keys", "list").ShouldBe("akshi:v1:ba2f0df4:keys:list:noargs");

    private static Dictionary<string, object?> Arguments(string key) => new() { ["key"] = key };
}
