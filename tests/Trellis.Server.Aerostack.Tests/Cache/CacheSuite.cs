using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Cache;

/// <summary>The cache on one engine (contract, sections 2.1.4, 2.1.5, 2.2.2 and 8.2).</summary>
public abstract class CacheSuite : ServerTest
{
    [Theory]
    [InlineData("null")]
    [InlineData("1.50")]
    [InlineData("\"a\\u0000\\ud800é\"")]
    [InlineData("""{"a":null,"b":[null,{}]}""")]
    public async Task What_was_set_is_gotten(string value)
    {
        (await First.PostAsync("/v1/cache/set", $$"""{"key":"k","value":{{value}}}""")).ShouldAnswer("""{"success":true}""");

        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).Text.ShouldBe($$"""{"value":{{value}},"exists":true}""");
    }

    [Fact]
    public async Task A_miss_is_200_and_says_so() =>
        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":null,"exists":false}""");

    [Fact]
    public async Task A_value_without_a_time_is_kept_for_ever()
    {
        await SetAsync("k", "1", "\"ttl\":0");

        Server.Clock.Advance(TimeSpan.FromDays(10_000));

        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":1,"exists":true}""");
    }

    [Fact]
    public async Task When_its_time_is_over_a_key_is_in_no_answer()
    {
        await SetAsync("k", "1", "\"ttl\":60");
        Server.Clock.Advance(TimeSpan.FromSeconds(60));

        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":null,"exists":false}""");
        (await First.PostAsync("/v1/cache/getMany", """{"keys":["k"]}""")).ShouldAnswer("""{"results":[{"key":"k","value":null,"exists":false}]}""");
        (await First.PostAsync("/v1/cache/list")).ShouldAnswer("""{"keys":[],"list_complete":true}""");
        (await First.PostAsync("/v1/cache/keys")).ShouldAnswer("""{"keys":[],"truncated":false}""");
        (await First.PostAsync("/v1/cache/expire", """{"key":"k","ttl":5}""")).ShouldAnswer("""{"success":false}""");
        (await First.PostAsync("/v1/cache/deleteMany", """{"keys":["k"]}""")).ShouldAnswer("""{"success":true,"count":1,"deleted":0}""");
    }

    [Fact]
    public async Task Its_end_is_told_in_unix_seconds()
    {
        await SetAsync("k", "1", "\"ttl\":60");
        await SetAsync("l", "1");
        var end = Server.Clock.GetUtcNow().AddSeconds(60).ToUnixTimeSeconds();

        (await First.PostAsync("/v1/cache/list", """{"limit":100}"""))
            .ShouldAnswer($$"""{"keys":[{"key":"k","expiration":{{end}}},{"key":"l","expiration":null}],"list_complete":true}""");
    }

    [Fact]
    public async Task Setting_a_key_again_replaces_its_value_and_its_time()
    {
        await SetAsync("k", "1", "\"ttl\":60");
        await SetAsync("k", "2");
        Server.Clock.Advance(TimeSpan.FromHours(1));

        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":2,"exists":true}""");
    }

    [Fact]
    public async Task A_key_is_kept_so_long_from_now_when_its_time_is_changed()
    {
        await SetAsync("k", "1", "\"ttl\":60");
        (await First.PostAsync("/v1/cache/expire", """{"key":"k","ttl":100}""")).ShouldAnswer("""{"success":true}""");
        Server.Clock.Advance(TimeSpan.FromSeconds(99));
        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).Json["exists"]!.GetValue<bool>().ShouldBeTrue();
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).Json["exists"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Many_keys_are_set_gotten_and_removed_at_once()
    {
        (await First.PostAsync("/v1/cache/setMany", """{"entries":[{"key":"a","value":1},{"key":"b","value":{"x":null},"ttl":60},{"key":"a","value":2}]}"""))
            .ShouldAnswer("""{"success":true,"count":3}""");
        (await First.PostAsync("/v1/cache/getMany", """{"keys":["b","none","a","a"]}""")).ShouldAnswer(
            """
            {"results":[{"key":"b","value":{"x":null},"exists":true},{"key":"none","value":null,"exists":false},
                        {"key":"a","value":2,"exists":true},{"key":"a","value":2,"exists":true}]}
            """);
        (await First.PostAsync("/v1/cache/deleteMany", """{"keys":["a","none"]}""")).ShouldAnswer("""{"success":true,"count":2,"deleted":1}""");
        (await First.PostAsync("/v1/cache/delete", """{"key":"b"}""")).ShouldAnswer("""{"success":true}""");
        (await First.PostAsync("/v1/cache/keys")).ShouldAnswer("""{"keys":[],"truncated":false}""");
    }

    [Fact]
    public async Task A_counter_begins_at_its_initial_value_and_then_counts()
    {
        (await First.PostAsync("/v1/cache/increment", """{"key":"k", "amount": 1, "initialValue": 10}""")).ShouldAnswer("""{"value":11}""");
        (await First.PostAsync("/v1/cache/increment", """{"key":"k","amount":-5}""")).ShouldAnswer("""{"value":6}""");
        (await First.PostAsync("/v1/cache/increment", """{"key":"k"}""")).ShouldAnswer("""{"value":7}""");
        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":7,"exists":true}""");
    }

    [Fact]
    public async Task The_time_of_a_counter_counts_from_when_it_was_made()
    {
        await First.PostAsync("/v1/cache/increment", """{"key":"k","ttl":60}""");
        Server.Clock.Advance(TimeSpan.FromSeconds(59));
        (await First.PostAsync("/v1/cache/increment", """{"key":"k","ttl":60}""")).ShouldAnswer("""{"value":2}""");
        Server.Clock.Advance(TimeSpan.FromSeconds(1));

        (await First.PostAsync("/v1/cache/increment", """{"key":"k"}""")).ShouldAnswer("""{"value":1}""");
    }

    [Fact]
    public async Task Of_many_increments_at_once_none_is_lost()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => First.PostAsync("/v1/cache/increment", """{"key":"k"}""")));

        replies.Select(static reply => reply.ShouldBe(200).Json["value"]!.GetValue<int>()).Order().ShouldBe(Enumerable.Range(1, 40));
    }

    [Fact]
    public async Task A_counter_holds_whole_numbers_of_64_bits()
    {
        await SetAsync("text", "\"1\"");
        await SetAsync("large", long.MaxValue.ToString());

        (await First.PostAsync("/v1/cache/increment", """{"key":"text"}""")).ShouldBlame("key");
        (await First.PostAsync("/v1/cache/increment", """{"key":"large"}""")).ShouldBlame("amount");
        (await First.PostAsync("/v1/cache/increment", """{"key":"k","amount":1.5}""")).ShouldBlame("amount");
    }

    [Fact]
    public async Task A_list_goes_on_where_its_cursor_says_until_it_is_complete()
    {
        string[] keys = ["a/1", "a/2", "a/é", "a/\uFFFD", "a/\U0001F600", "b/1", "A", "a0"];
        foreach (var key in keys)
            await SetAsync(key, "1");

        var seen = new List<string>();
        JsonObject page;
        string? cursor = null;
        do
        {
            page = (await First.PostAsync("/v1/cache/list", $$"""{"prefix":"a/","limit":2,"cursor":{{(cursor is null ? "null" : $"\"{cursor}\"")}}}""")).ShouldBe(200).Json;
            seen.AddRange(page["keys"]!.AsArray().Select(static key => key!["key"]!.GetValue<string>()));
            cursor = page["cursor"]?.GetValue<string>();
        }
        while (!page["list_complete"]!.GetValue<bool>());

        seen.ShouldBe(["a/1", "a/2", "a/é", "a/\uFFFD", "a/\U0001F600"]);
        cursor.ShouldBeNull();
    }

    [Fact]
    public async Task A_flush_removes_what_has_the_prefix_and_is_in_the_audit_trail()
    {
        foreach (var key in (string[])["a/1", "a/2", "b"])
            await SetAsync(key, "1");

        (await First.PostAsync("/v1/cache/flush", """{"prefix":"a/"}""")).ShouldAnswer("""{"success":true,"deleted":2}""");
        (await First.PostAsync("/v1/cache/keys")).ShouldAnswer("""{"keys":["b"],"truncated":false}""");
        (await First.PostAsync("/v1/cache/flush")).ShouldAnswer("""{"success":true,"deleted":1}""");
        (await Server.Store.ReadAsync(
            session => Kernel.Storage.SqlSessionExtensions.QueryIntegerAsync(session, $"SELECT COUNT(*) FROM audit_records WHERE event_type = 'cache_flushed'"),
            AerostackServer.Cancellation)).ShouldBe(2);
    }

    [Fact]
    public async Task Projects_never_see_each_others_keys()
    {
        var other = await First.OtherProjectAsync();
        await SetAsync("k", "1");

        (await other.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":null,"exists":false}""");
        (await other.PostAsync("/v1/cache/getMany", """{"keys":["k"]}""")).Json["results"]![0]!["exists"]!.GetValue<bool>().ShouldBeFalse();
        (await other.PostAsync("/v1/cache/keys")).ShouldAnswer("""{"keys":[],"truncated":false}""");
        (await other.PostAsync("/v1/cache/list")).Json["keys"]!.AsArray().ShouldBeEmpty();
        (await other.PostAsync("/v1/cache/expire", """{"key":"k","ttl":1}""")).ShouldAnswer("""{"success":false}""");
        (await other.PostAsync("/v1/cache/delete", """{"key":"k"}""")).ShouldBe(200);
        (await other.PostAsync("/v1/cache/deleteMany", """{"keys":["k"]}""")).Json["deleted"]!.GetValue<int>().ShouldBe(0);
        (await other.PostAsync("/v1/cache/increment", """{"key":"k"}""")).ShouldAnswer("""{"value":1}""");
        (await other.PostAsync("/v1/cache/set", """{"key":"k","value":9}""")).ShouldBe(200);
        (await other.PostAsync("/v1/cache/flush")).ShouldAnswer("""{"success":true,"deleted":1}""");
        (await First.PostAsync("/v1/cache/get", """{"key":"k"}""")).ShouldAnswer("""{"value":1,"exists":true}""");
    }

    private async Task SetAsync(string key, string value, string? more = null) =>
        (await First.PostAsync("/v1/cache/set", $$"""{"key":"{{key}}","value":{{value}}{{(more is null ? "" : "," + more)}}}""")).ShouldBe(200);
}
