using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Rpc;

/// <summary>The suite on SQLite, and what no engine has a part in.</summary>
public sealed class SqliteRpcTests : RpcSuite
{
    private protected override string Target => "d1";

    [Fact]
    public async Task A_secret_key_may_come_in_any_header_and_a_public_one_or_none_opens_nothing()
    {
        const string Body = """{"method":"cache.keys"}""";

        (await First.PostAsync(Path, Body)).ShouldBe(200).Text.ShouldBe("[]");
        (await SendAsync("cache.keys", "[]", key: (await First.WithPublicKeyAsync()).Key)).ShouldBeRefused(403, "FORBIDDEN");
        (await SendAsync("cache.keys", "[]", key: "ac_secret_1")).ShouldBeRefused(401, "AUTH_INVALID_KEY");
        (await Server.SendAsync("POST", Path, null, Body)).ShouldBeRefused(401, "AUTH_INVALID_KEY");
    }

    [Fact]
    public async Task The_project_may_be_named_and_another_than_the_keys_is_refused()
    {
        await First.OtherProjectAsync();

        (await SendAsync("cache.keys", "[]", $",\"projectId\":\"{ProjectId}\"")).ShouldBe(200);
        (await SendAsync("cache.keys", "[]", ",\"projectId\":\"default\"")).ShouldBe(200);
        (await SendAsync("cache.set", """["k",1]""", ",\"projectId\":\"other\"")).ShouldBeRefused(403, "FORBIDDEN");
        (await SendAsync("cache.get", """["k"]""")).ShouldBe(200).Text.ShouldBe("null");
    }

    [Theory]
    [InlineData("{}", "method")]
    [InlineData("""{"method":7}""", "method")]
    [InlineData("""{"method":"cache.steal","args":[]}""", "method")]
    [InlineData("""{"method":"CACHE.GET","args":["k"]}""", "method")]
    [InlineData("""{"method":"cache.get","args":{"key":"k"}}""", "args")]
    [InlineData("""{"method":"cache.list","args":[null,7]}""", "args")]
    [InlineData("""{"method":"cache.get"}""", "key")]
    [InlineData("""{"method":"cache.get","args":[null]}""", "key")]
    [InlineData("""{"method":"cache.set","args":["k"]}""", "value")]
    [InlineData("""{"method":"cache.getMany","args":["k"]}""", "keys")]
    [InlineData("""{"method":"db.query","args":["SELECT ?","x"]}""", "params")]
    [InlineData("""{"method":"queue.enqueue","args":["t",[]]}""", "data")]
    [InlineData("""{"method":"getUserByEmail","args":["nobody"]}""", "email")]
    public async Task What_is_wrong_is_named(string body, string field)
    {
        var refused = (await First.PostAsync(Path, body)).ShouldBlame(field);

        refused.Json["error"]!.GetValue<string>().ShouldBe(refused.Message);
    }
}
