using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Aerostack.Realtime.History;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>What is kept and how it is read (contract, section 7.6), on each engine.</summary>
public abstract class HistorySuite : RealtimeTest
{
    private const string History = "/api/v1/public/realtime/history";

    [Fact]
    public async Task What_was_published_to_be_kept_is_read_newest_first()
    {
        var socket = await ConnectAsync(query: "?userId=u1");
        await socket.PublishAsync("rooms/1", "msg", """{"x":1}""", persist: true);
        await socket.PublishAsync("rooms/1", "msg", """{"x":2}""");
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await socket.PublishAsync("rooms/1", "other", "null", persist: true);

        var messages = await ReadAsync($"rooms/1/{ProjectId}");

        messages.Count.ShouldBe(2);
        messages[0]!["event"]!.GetValue<string>().ShouldBe("other");
        messages[0]!["data"].ShouldBeNull();
        var first = messages[1]!.AsObject();
        first["id"]!.GetValue<string>().ShouldStartWith("msg_");
        first.Remove("id");
        JsonNode.DeepEquals(first, JsonNode.Parse(
            $$"""{"room_id":"rooms/1/{{ProjectId}}","user_id":"u1","event":"msg","data":{"x":1},"created_at":1767225600000}""")).ShouldBeTrue(first.ToJsonString());
    }

    [Fact]
    public async Task A_chat_message_reaches_the_room_and_is_kept()
    {
        var socket = await ConnectAsync(query: "?userId=u1");
        var room = await socket.SubscribeAsync($"chat/lobby/{ProjectId}");

        await socket.SendAsync("""{"type":"chat","roomId":"lobby","text":"hello","metadata":{"a":null}}""");

        await socket.ShouldGetAsync(
            $$$"""
            {"type":"chat_message","topic":"{{{room}}}","event":"message","data":{"text":"hello","metadata":{"a":null}},"userId":"u1",
             "timestamp":1767225600000}
            """);
        (await ReadAsync(room)).ShouldHaveSingleItem()!["data"]!["text"]!.GetValue<string>().ShouldBe("hello");
    }

    [Fact]
    public async Task Pages_that_begin_before_a_time_miss_nothing_of_one_millisecond()
    {
        var socket = await ConnectAsync();
        for (var number = 0; number < 7; number++)
            await socket.PublishAsync("rooms/1", "msg", $"{number}", persist: true);

        var read = new List<int>();
        var more = "";
        while (true)
        {
            var page = await ReadAsync("rooms/1", $"&limit=3{more}");
            if (page.Count == 0)
                break;

            read.AddRange(page.Select(static message => message!["data"]!.GetValue<int>()));
            more = $"&before={page[^1]!["created_at"]}";
        }

        read.ShouldBe([6, 5, 4, 3, 2, 1, 0]);
    }

    [Fact]
    public async Task Many_who_publish_at_once_lose_nothing()
    {
        var sockets = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ConnectAsync()));

        await Task.WhenAll(sockets.Select(async socket =>
        {
            for (var number = 0; number < 10; number++)
                await socket.PublishAsync("rooms/1", "msg", $"{number}", persist: true);
        }));

        var messages = await ReadAsync("rooms/1", "&limit=200");
        messages.Count.ShouldBe(50);
        messages.Select(static message => message!["created_at"]!.GetValue<long>()).Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public async Task A_topic_keeps_so_many_messages_for_so_long()
    {
        var socket = await ConnectAsync();
        for (var number = 0; number < 62; number++)
            await socket.PublishAsync("rooms/1", "msg", $"{number}", persist: true);

        (await ReadAsync("rooms/1")).Count.ShouldBe(50);
        var kept = await ReadAsync("rooms/1", "&limit=100000");
        kept.Count.ShouldBe(60);
        kept[^1]!["data"]!.GetValue<int>().ShouldBe(2);

        Server.Clock.Advance(TimeSpan.FromDays(31));
        await Server.Services.GetRequiredService<MessagePurge>().PurgeAsync(AerostackServer.Cancellation);
        (await ReadAsync("rooms/1")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_project_reads_nothing_of_it()
    {
        await (await ConnectAsync()).PublishAsync("rooms/1", "msg", "1", persist: true);
        var other = await First.OtherProjectAsync();

        (await other.GetAsync($"{History}?room=rooms/1")).ShouldAnswer("""{"messages":[]}""");
        (await other.GetAsync($"{History}?room=rooms/1/{ProjectId}")).ShouldAnswer("""{"messages":[]}""");
        (await other.GetAsync($"{History}?room=rooms/1&projectId={ProjectId}")).ShouldBeRefused(403, "FORBIDDEN");
    }

    [Fact]
    public async Task A_user_reads_with_a_token_alone_and_a_browser_with_a_public_key()
    {
        var (_, token) = await SignUpAsync();
        await (await ConnectAsync()).PublishAsync("rooms/1", "msg", "1", persist: true);

        var reply = await Server.SendAsync(
            "GET", $"{History}?room=rooms/1/{ProjectId}", null, null, request => request.Headers.Add("Authorization", $"Bearer {token}"));
        reply.ShouldBe(200).Json["messages"]!.AsArray().Count.ShouldBe(1);
        (await (await First.WithPublicKeyAsync()).GetAsync($"{History}?room=rooms/1")).ShouldBe(200).Json["messages"]!.AsArray().Count.ShouldBe(1);
        (await Server.SendAsync("GET", $"{History}?room=rooms/1/{ProjectId}", null)).ShouldBeRefused(401, "AUTH_INVALID_KEY");
    }

    [Theory]
    [InlineData("", "room")]
    [InlineData("?room=a&limit=0", "limit")]
    [InlineData("?room=a&before=yesterday", "before")]
    public async Task What_is_wrong_is_named(string query, string field) => (await First.GetAsync(History + query)).ShouldBlame(field);

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new() { ["aerostack:realtime:historyMessages"] = "60" } });

    private async Task<JsonArray> ReadAsync(string room, string more = "") =>
        (await First.GetAsync($"{History}?room={Uri.EscapeDataString(room)}{more}")).ShouldBe(200).Json["messages"]!.AsArray();
}
