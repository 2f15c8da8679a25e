using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Aerostack.Realtime.Topics;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>Subscribing and publishing, under every name that clients have for a topic (contract, sections 7.2 to 7.4).</summary>
public sealed class TopicTests : RealtimeTest
{
    private const string At = "1767225600000";

    [Theory]
    [InlineData("table/orders", "table/orders/{id}")]
    [InlineData("table/orders/{id}", "table/orders/{id}")]
    [InlineData("table/orders/default", "table/orders/default")]
    [InlineData("orders", "orders/{id}")]
    [InlineData("orders/{id}", "orders/{id}")]
    [InlineData("chat/lobby/{id}", "chat/lobby/{id}")]
    [InlineData("a/b/c", "a/b/c/{id}")]
    public async Task A_confirmation_begins_with_what_the_client_sent(string sent, string confirmed) =>
        (await (await ConnectAsync()).SubscribeAsync(sent.Replace("{id}", ProjectId))).ShouldBe(confirmed.Replace("{id}", ProjectId));

    [Fact]
    public async Task What_is_published_reaches_all_who_are_subscribed_and_the_sender_too()
    {
        var sender = await ConnectAsync();
        var other = await ConnectAsync();
        await sender.SubscribeAsync("table/todos/default");
        await other.SubscribeAsync("table/todos/default");

        await sender.SendAsync("""{"type":"publish","topic":"table/todos/default","event":"msg","data":{"x":2},"id":"1"}""");

        var expected = $$"""{"type":"event","topic":"table/todos/default","event":"msg","data":{"x":2},"timestamp":{{At}}}""";
        await sender.ShouldGetAsync(expected);
        await sender.ShouldGetAsync("""{"type":"ack","id":"1"}""");
        await other.ShouldGetAsync(expected);
    }

    [Fact]
    public async Task Each_subscriber_gets_events_under_the_name_that_it_knows()
    {
        string[] names = ["table/orders", $"table/orders/{ProjectId}", "table/orders/default", "orders", $"orders/{ProjectId}"];
        var subscribers = new List<(Socket Socket, string Name)>();
        foreach (var name in names)
        {
            var socket = await ConnectAsync();
            subscribers.Add((socket, await socket.SubscribeAsync(name)));
        }

        await (await ConnectAsync()).PublishAsync("orders", "msg", "1");

        foreach (var (socket, name) in subscribers)
            await socket.ShouldGetAsync($$"""{"type":"event","topic":"{{name}}","event":"msg","data":1,"timestamp":{{At}}}""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\\ud83d\\ude00 \\u0000 ß\"")]
    [InlineData("""[1,{"ß":null,"n":{"b":null}},2e400,1.50]""")]
    public async Task Data_arrive_as_they_were_sent(string data)
    {
        var listener = await ConnectAsync();
        await listener.SubscribeAsync("a/b");

        await (await ConnectAsync()).PublishAsync("a/b", "msg", data);

        await listener.NextAsync();
        listener.Text.ShouldContain($"\"data\":{data},");
    }

    [Fact]
    public async Task An_event_without_data_has_null()
    {
        var socket = await ConnectAsync();
        var topic = await socket.SubscribeAsync("a/b");

        await socket.SendAsync("""{"type":"publish","topic":"a/b","event":"msg"}""");

        await socket.ShouldGetAsync($$"""{"type":"event","topic":"{{topic}}","event":"msg","data":null,"timestamp":{{At}}}""");
        await socket.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task A_filter_lets_through_what_has_its_members()
    {
        var listener = await ConnectAsync();
        await listener.SubscribeAsync("a/b", """{"status":"open","n":1}""");
        var sender = await ConnectAsync();

        foreach (var data in (string[])["""{"status":"closed","n":1}""", """{"n":1}""", "[1]", "null"])
            await sender.PublishAsync("a/b", "msg", data);
        await sender.PublishAsync("a/b", "msg", """{"status":"open","n":1.0,"more":true}""");

        (await listener.NextAsync())!["data"]!["more"]!.GetValue<bool>().ShouldBeTrue();
        await listener.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task Subscribing_again_changes_the_filter_and_gets_each_event_once()
    {
        var listener = await ConnectAsync();
        await listener.SubscribeAsync("a/b", """{"x":1}""");
        await listener.SubscribeAsync("a/b");

        await (await ConnectAsync()).PublishAsync("a/b", "msg", "2");

        (await listener.NextAsync())!["data"]!.GetValue<int>().ShouldBe(2);
        await listener.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task After_unsubscribing_nothing_comes_and_nothing_is_kept_of_the_topic()
    {
        var listener = await ConnectAsync();
        await listener.SubscribeAsync("a/b");
        await listener.SendAsync("""{"type":"unsubscribe","topic":"a/b"}""");
        await listener.ShouldGetNothingAsync();

        await (await ConnectAsync()).PublishAsync("a/b", "msg", "1");

        await listener.ShouldGetNothingAsync();
        Hub.Of(ProjectId).Count.ShouldBe(0);
    }

    [Fact]
    public async Task Two_projects_never_hear_each_other()
    {
        var other = await First.OtherProjectAsync();
        var spy = await ConnectAsync(other);
        foreach (var topic in (string[])["a/b", $"a/b/{ProjectId}", "a/b/default"])
            await spy.SubscribeAsync(topic);

        var mine = await ConnectAsync();
        await mine.PublishAsync("a/b", "msg", "1");
        await mine.SendAsync("""{"type":"track","topic":"a/b","state":{}}""");
        await mine.ShouldGetNothingAsync();

        await spy.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task A_user_is_named_by_the_token_and_by_a_server_that_says_so_but_not_by_a_browser()
    {
        var (id, token) = await SignUpAsync();
        var listener = await ConnectAsync();
        await listener.SubscribeAsync("a/b");

        await (await ConnectAsync(await First.WithPublicKeyAsync(), token, "?userId=somebody-else")).PublishAsync("a/b", "user", "1");
        await (await ConnectAsync(query: "?userId=u1")).PublishAsync("a/b", "server", "1");
        await (await ConnectAsync(await First.WithPublicKeyAsync(), query: "?userId=u1")).PublishAsync("a/b", "browser", "1");

        (await listener.NextAsync())!["userId"]!.GetValue<string>().ShouldBe(id);
        (await listener.NextAsync())!["userId"]!.GetValue<string>().ShouldBe("u1");
        (await listener.NextAsync())!.ContainsKey("userId").ShouldBeFalse();
    }

    [Fact]
    public void An_event_is_encoded_once_for_all_who_know_the_topic_by_one_name()
    {
        var written = 0;
        var happened = new TopicEvent("event", default, _ => written++);

        happened.Frame("a/b/p").ShouldBeSameAs(happened.Frame("a/b/p"));
        written.ShouldBe(1);
    }

    [Fact]
    public void A_topic_that_ends_with_another_projects_name_is_a_topic_of_this_one()
    {
        var project = new Project("prj_1", 1, "mine", "Mine", default);

        TopicName.Of("table/x/prj_2", project).ShouldBe(new TopicName("table/x/prj_2", "table/x/prj_2/prj_1"));
        TopicName.Of("table/x/mine", project).Key.ShouldBe(TopicName.Of("x", project).Key);
    }
}
