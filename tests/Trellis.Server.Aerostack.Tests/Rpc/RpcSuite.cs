using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Realtime;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Rpc;

/// <summary>What the worker SDK calls by the names of methods (contract, section 2.3.6), on each engine.</summary>
public abstract class RpcSuite : RealtimeTest
{
    private protected const string Path = "/internal/hooks/rpc";

    private protected abstract string Target { get; }

    [Fact]
    public async Task A_query_answers_rows_and_the_engine_that_has_them()
    {
        await CallAsync("db.query", "[\"CREATE TABLE t (id integer PRIMARY KEY, a text)\"]");
        await CallAsync("db.query", """["INSERT INTO t VALUES (?, ?)",[1,"x"]]""");

        await ShouldResultAsync(
            "db.query", """["SELECT id, a FROM t WHERE id = ?",[1]]""",
            $$"""{"results":[{"id":1,"a":"x"}],"success":true,"meta":{"target":"{{Target}}","rowCount":1} }""");
        (await SendAsync("db.query", """["SELECT * FROM missing",null]""")).ShouldBeRefused(400, "DB_QUERY_FAILED").Message.ShouldContain("no such table");
    }

    [Fact]
    public async Task A_value_of_the_cache_is_bare_and_a_miss_is_null()
    {
        await ShouldResultAsync("cache.set", """["k",{"a":null,"b":["\ud800",1.50]},null]""", "null");

        (await SendAsync("cache.get", """["k"]""")).ShouldBe(200).Text.ShouldBe("""{"a":null,"b":["\ud800",1.50]}""");
        await ShouldResultAsync("cache.get", """["none"]""", "null");
        await ShouldResultAsync("cache.expire", """["k",60]""", """{"success":true}""");
        await ShouldResultAsync("cache.delete", """["k"]""", "null");
        await ShouldResultAsync("cache.expire", """["k",60]""", """{"success":false}""");
        await ShouldResultAsync("cache.increment", """["n",2,{"initialValue":10,"ttl":60}]""", """{"value":12}""");
        await ShouldResultAsync("cache.increment", """["n",null,null]""", """{"value":13}""");
    }

    [Fact]
    public async Task Keys_have_names_in_a_list_and_many_are_set_gotten_and_removed()
    {
        await ShouldResultAsync("cache.setMany", """[[{"key":"a/1","value":1,"ttl":60},{"key":"a/2","value":2},{"key":"b","value":3}]]""", "null");
        var end = Server.Clock.GetUtcNow().AddSeconds(60).ToUnixTimeSeconds();

        await ShouldResultAsync("cache.list", """["a/",{"limit":5}]""", $$"""{"keys":[{"name":"a/1","expiration":{{end}}},{"name":"a/2"}],"list_complete":true}""");
        var page = (await SendAsync("cache.list", """[null,{"limit":1}]""")).ShouldBe(200).Json;
        page["list_complete"]!.GetValue<bool>().ShouldBeFalse();
        await ShouldResultAsync(
            "cache.list", $$"""["a/",{"cursor":"{{page["cursor"]}}","prefix":"b"}]""", """{"keys":[{"name":"a/2"}],"list_complete":true}""");
        await ShouldResultAsync("cache.keys", """["a/"]""", """["a/1","a/2"]""");
        await ShouldResultAsync(
            "cache.getMany", """[["b","none"]]""", """[{"key":"b","value":3,"exists":true},{"key":"none","value":null,"exists":false}]""");
        await ShouldResultAsync("cache.deleteMany", """[["b"]]""", "null");
        await ShouldResultAsync("cache.flush", "[]", """{"success":true,"deleted":2}""");
    }

    [Fact]
    public async Task A_flush_counts_against_the_limit_of_the_API()
    {
        for (var flush = 0; flush < 5; flush++)
            await CallAsync("cache.flush", "[null]");

        (await SendAsync("cache.flush", "[null]")).ShouldBeRefused(429, "RATE_LIMIT_EXCEEDED").Headers.RetryAfter.ShouldNotBeNull();
        (await First.PostAsync("/v1/cache/flush")).ShouldBeRefused(429, "RATE_LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Jobs_are_enqueued_shown_listed_and_cancelled()
    {
        var id = (await CallAsync("queue.enqueue", """["send-email",{"to":"x"},60]"""))["jobId"]!.GetValue<string>();

        (await CallAsync("queue.job", $"[\"{id}\"]"))["job"]!["data"]!["to"]!.GetValue<string>().ShouldBe("x");
        (await CallAsync("queue.jobs", """[{"status":"queued","type":"send-email","limit":5}]"""))["jobs"]!.AsArray().ShouldHaveSingleItem();
        (await CallAsync("queue.jobs", """[{"type":"other"}]"""))["jobs"]!.AsArray().ShouldBeEmpty();
        await ShouldResultAsync("queue.cancel", $"[\"{id}\"]", """{"success":true}""");
        await ShouldResultAsync("queue.job", """["nowhere"]""", """{"job":null,"exists":false}""");
    }

    [Fact]
    public async Task An_event_reaches_the_room_of_this_project_alone()
    {
        var other = await First.OtherProjectAsync();
        var (listener, spy) = (await ConnectAsync(), await ConnectAsync(other));
        var topic = await listener.SubscribeAsync("orders");
        await spy.SubscribeAsync("orders");

        await ShouldResultAsync("socket.emit", """["paid",{"id":7},"orders"]""", "null");

        await listener.ShouldGetAsync($$"""{"type":"event","topic":"{{topic}}","event":"paid","data":{"id":7},"timestamp":1767225600000}""");
        await spy.ShouldGetNothingAsync();
        (await SendAsync("socket.emit", """["presence:join",{},"orders"]""")).ShouldBlame("event");
        (await SendAsync("socket.emit", """["paid",{},null]""")).ShouldBlame("roomId");
    }

    [Fact]
    public async Task A_user_of_the_project_is_found_by_id_and_by_address_and_another_projects_is_not()
    {
        var (id, _) = await SignUpAsync();

        var user = await CallAsync("getUser", $"[\"{id}\"]");
        user["email"]!.GetValue<string>().ShouldBe("a@b.co");
        user.AsObject().ContainsKey("password").ShouldBeFalse();
        JsonNode.DeepEquals(user, await CallAsync("getUserByEmail", """["A@b.co"]""")).ShouldBeTrue();
        await ShouldResultAsync("getUser", """["nobody"]""", "null");

        var other = await First.OtherProjectAsync();
        (await SendAsync("getUser", $"[\"{id}\"]", key: other.Key)).ShouldBe(200).Text.ShouldBe("null");
    }

    private protected Task<Reply> SendAsync(string method, string arguments, string more = "", string? key = null) => Server.SendAsync(
        "POST",
        Path,
        null,
        $$"""{"method":"{{method}}","args":{{arguments}}{{more}}}""",
        request => request.Headers.Authorization = new("Bearer", key ?? First.Key));

    private protected async Task<JsonNode> CallAsync(string method, string arguments)
    {
        var reply = (await SendAsync(method, arguments)).ShouldBe(200);
        reply.ContentType.ShouldBe("application/json");
        return JsonNode.Parse(reply.Text) ?? new JsonObject();
    }

    private async Task ShouldResultAsync(string method, string arguments, string json)
    {
        var reply = (await SendAsync(method, arguments)).ShouldBe(200);
        JsonNode.DeepEquals(JsonNode.Parse(reply.Text), JsonNode.Parse(json)).ShouldBeTrue($"{reply.Text} is not {json}");
    }
}
