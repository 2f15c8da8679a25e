using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Cache;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Cache;

/// <summary>What one request may hold, how often a cache may be emptied, and how large one grows (contract, section 8.8).</summary>
public sealed class CacheLimitTests : ServerTest
{
    [Theory]
    [InlineData("get", "{}", "key")]
    [InlineData("get", """{"key":""}""", "key")]
    [InlineData("get", """{"key":null}""", "key")]
    [InlineData("get", """{"key":7}""", "key")]
    [InlineData("get", """{"key":"a\u0000"}""", "key")]
    [InlineData("get", """{"key":"\ud800"}""", "key")]
    [InlineData("set", """{"key":"k"}""", "value")]
    [InlineData("set", """{"key":"k","value":1,"ttl":-1}""", "ttl")]
    [InlineData("set", """{"key":"k","value":1,"ttl":"60"}""", "ttl")]
    [InlineData("set", """{"key":"k","value":1,"ttl":99999999999}""", "ttl")]
    [InlineData("expire", """{"key":"k"}""", "ttl")]
    [InlineData("getMany", """{"keys":"k"}""", "keys")]
    [InlineData("getMany", "{}", "keys")]
    [InlineData("getMany", """{"keys":[7]}""", "keys[0]")]
    [InlineData("setMany", """{"entries":[{"key":"k"}]}""", "entries[0].value")]
    [InlineData("setMany", """{"entries":[7]}""", "entries")]
    [InlineData("setMany", "{}", "entries")]
    [InlineData("list", """{"limit":0}""", "limit")]
    [InlineData("list", """{"limit":1001}""", "limit")]
    [InlineData("list", """{"cursor":"*"}""", "cursor")]
    [InlineData("list", """{"cursor":"AA"}""", "cursor")]
    public async Task What_is_wrong_is_named(string path, string body, string field) =>
        (await First.PostAsync($"/v1/cache/{path}", body)).ShouldBlame(field);

    [Theory]
    [InlineData("getMany", "keys", 101)]
    [InlineData("getMany", "keys", 10_000)]
    [InlineData("deleteMany", "keys", 501)]
    [InlineData("setMany", "entries", 101)]
    public async Task Too_many_keys_in_one_request_are_refused(string path, string field, int count)
    {
        var element = field == "keys" ? "\"k\"" : """{"key":"k","value":1}""";
        var body = $$"""{"{{field}}":[{{string.Join(',', Enumerable.Repeat(element, count))}}]}""";

        (await First.PostAsync($"/v1/cache/{path}", body)).ShouldBlame(field).Message.ShouldContain("must have at most");
    }

    [Fact]
    public async Task The_sixth_flush_within_a_minute_is_told_when_to_come_back()
    {
        for (var flush = 0; flush < 5; flush++)
            (await First.PostAsync("/v1/cache/flush")).ShouldBe(200);

        var refused = (await First.PostAsync("/v1/cache/flush")).ShouldBeRefused(429, "RATE_LIMIT_EXCEEDED");

        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
        Server.Clock.Advance(refused.Headers.RetryAfter.Delta.Value);
        (await First.PostAsync("/v1/cache/flush")).ShouldBe(200);
    }

    [Fact]
    public async Task A_list_of_all_keys_stops_at_ten_thousand_and_says_so()
    {
        for (var part = 0; part < 101; part++)
        {
            var entries = Enumerable.Range(part * 100, 100).Select(static number => $$"""{"key":"k{{number}}","value":1}""");
            (await First.PostAsync("/v1/cache/setMany", $$"""{"entries":[{{string.Join(',', entries)}}]}""")).ShouldBe(200);
        }

        var keys = (await First.PostAsync("/v1/cache/keys")).ShouldBe(200).Json;
        keys["keys"]!.AsArray().Count.ShouldBe(10_000);
        keys["truncated"]!.GetValue<bool>().ShouldBeTrue();
        (await First.PostAsync("/v1/cache/flush")).ShouldAnswer("""{"success":true,"deleted":10000}""");
        (await First.PostAsync("/v1/cache/flush")).ShouldAnswer("""{"success":true,"deleted":100}""");
    }

    [Fact]
    public async Task A_project_that_keeps_more_than_it_may_loses_what_was_written_first()
    {
        var other = await First.OtherProjectAsync();
        await SetAsync(other, "theirs", 3000);
        foreach (var key in (string[])["a", "b", "c"])
        {
            await SetAsync(First, key, 3000);
            Server.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await SetAsync(First, "a", 3000);
        await SetAsync(First, "d", 3000);
        await Server.Services.GetRequiredService<CacheSweep>().SweepAsync(AerostackServer.Cancellation);

        (await First.PostAsync("/v1/cache/keys")).ShouldAnswer("""{"keys":["a","d"],"truncated":false}""");
        (await other.PostAsync("/v1/cache/keys")).ShouldAnswer("""{"keys":["theirs"],"truncated":false}""");
    }

    [Fact]
    public async Task What_has_ended_is_removed_by_the_sweep()
    {
        await First.PostAsync("/v1/cache/set", """{"key":"k","value":1,"ttl":60}""");
        await First.PostAsync("/v1/cache/set", """{"key":"l","value":1}""");
        Server.Clock.Advance(TimeSpan.FromSeconds(60));

        await Server.Services.GetRequiredService<CacheSweep>().SweepAsync(AerostackServer.Cancellation);

        (await Server.Store.ReadAsync(
            session => Kernel.Storage.SqlSessionExtensions.QueryTextAsync(session, $"SELECT key FROM aerostack_cache"), AerostackServer.Cancellation))
            .ShouldBe("l");
    }

    [Theory]
    [InlineData("get")]
    [InlineData("set")]
    [InlineData("delete")]
    [InlineData("expire")]
    [InlineData("increment")]
    [InlineData("getMany")]
    [InlineData("setMany")]
    [InlineData("deleteMany")]
    [InlineData("list")]
    [InlineData("keys")]
    [InlineData("flush")]
    public async Task The_cache_takes_a_secret_key_alone(string path)
    {
        (await (await First.WithPublicKeyAsync()).PostAsync($"/v1/cache/{path}")).ShouldBeRefused(403, "FORBIDDEN");
        (await Server.SendAsync("POST", $"/v1/cache/{path}", null, "{}")).ShouldBeRefused(401, "AUTH_INVALID_KEY");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new() { ["aerostack:cache:maxBytes"] = "10000" } });

    private static async Task SetAsync(ProjectClient project, string key, int length) =>
        (await project.PostAsync("/v1/cache/set", $$"""{"key":"{{key}}","value":"{{new string('x', length)}}"}""")).ShouldBe(200);
}
