using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

public abstract partial class WebhookSuite
{
    public static TheoryData<WebhookSettings, bool> Wishes => new()
    {
        { new WebhookSettings { Events = ["*"] }, true },
        { new WebhookSettings { Events = ["thing.done"] }, true },
        { new WebhookSettings { Events = ["thing.begun", "thing.done"] }, true },
        { new WebhookSettings { Events = ["thing.begun"] }, false },
        { new WebhookSettings { Events = ["thing.*"] }, false },
        { new WebhookSettings { Subject = "agent-1" }, true },
        { new WebhookSettings { Subject = "agent-2" }, false },
        { new WebhookSettings { IsActive = false }, false },
        { new WebhookSettings { Filters = """{"risk":"high"}""" }, true },
        { new WebhookSettings { Filters = """{"risk":["low","high"]}""" }, true },
        { new WebhookSettings { Filters = """{"risk":"low"}""" }, false },
        { new WebhookSettings { Filters = """{"score":80}""" }, true },
        { new WebhookSettings { Filters = """{"score":80.0}""" }, true },
        { new WebhookSettings { Filters = """{"score":"80"}""" }, false },
        { new WebhookSettings { Filters = """{"inner.team":"ops","risk":"high"}""" }, true },
        { new WebhookSettings { Filters = """{"inner.team":"dev","risk":"high"}""" }, false },
        { new WebhookSettings { Filters = """{"missing":null}""" }, false },
    };

    [Theory]
    [MemberData(nameof(Wishes))]
    public async Task An_event_goes_to_those_who_asked_for_it(WebhookSettings wish, bool isWanted)
    {
        await Server.SubscribeAsync(Receiver.Url, wish);

        var enqueued = await Server.EnqueueAsync(Server.Event(data: """{"risk":"high","score":80,"inner":{"team":"ops"}}""", subject: "agent-1"));

        enqueued.ShouldBe(isWanted ? 1 : 0);
    }

    [Fact]
    public async Task Other_organisations_and_platforms_hear_nothing()
    {
        await Server.SubscribeAsync(Receiver.Url, organisation: 2);
        await Server.SubscribeAsync(Receiver.Url, platform: "other");

        (await Server.EnqueueAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task All_who_listen_hear_of_the_same_event()
    {
        await Server.SubscribeAsync(Receiver.Url);
        await Server.SubscribeAsync(Receiver.Url);

        (await Server.EnqueueAsync()).ShouldBe(2);

        var (first, second) = (await Receiver.NextAsync(), await Receiver.NextAsync());
        second.Body.ShouldBe(first.Body);
        second.DeliveryId.ShouldNotBe(first.DeliveryId);
    }

    [Fact]
    public async Task Several_events_leave_together()
    {
        await Server.SubscribeAsync(Receiver.Url, new WebhookSettings { Events = ["first", "second"] });

        var enqueued = await Store.WriteAsync(
            session => Server.Outbox.EnqueueAsync(session, [Server.Event("first"), Server.Event("other"), Server.Event("second")]), Cancellation);

        enqueued.ShouldBe(2);
        string[] heard = [(await Receiver.NextAsync()).Headers["X-Test-Event"], (await Receiver.NextAsync()).Headers["X-Test-Event"]];
        heard.ShouldBe(["first", "second"], ignoreOrder: true);
    }

    [Fact]
    public async Task Events_of_several_organisations_do_not_leave_together() =>
        await Should.ThrowAsync<ArgumentException>(async () => await Store.WriteAsync(
            session => Server.Outbox.EnqueueAsync(session, [Server.Event(), Server.Event(organisation: 2)]), Cancellation));

    [Fact]
    public async Task What_was_undone_is_told_to_nobody()
    {
        await Server.SubscribeAsync(Receiver.Url);

        await Should.ThrowAsync<FormatException>(async () => await Store.WriteAsync<int>(
            async session =>
            {
                await Server.Outbox.EnqueueAsync(session, Server.Event("undone"));
                throw new FormatException();
            },
            Cancellation));
        await Server.EnqueueAsync(Server.Event("kept"));

        (await Receiver.NextAsync()).Headers["X-Test-Event"].ShouldBe("kept");
        Receiver.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_subscription_whose_making_was_undone_is_not_remembered()
    {
        await Server.EnqueueAsync();

        await Should.ThrowAsync<FormatException>(async () => await Store.WriteAsync<int>(
            async session =>
            {
                await Server.Subscriptions.AddAsync(session, 1, "test", "tester", new WebhookSettings { Url = Receiver.Url, Events = ["*"] });
                await Server.Outbox.EnqueueAsync(session, Server.Event());
                throw new FormatException();
            },
            Cancellation));

        (await Server.EnqueueAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Who_was_removed_or_switched_off_hears_no_more()
    {
        var removed = (await Server.SubscribeAsync(Receiver.Url)).Subscription;
        var paused = (await Server.SubscribeAsync(Receiver.Url)).Subscription;
        (await Server.EnqueueAsync()).ShouldBe(2);

        await Store.WriteAsync(session => Server.Subscriptions.RemoveAsync(session, 1, "test", removed.Id), Cancellation);
        await Server.UpdateAsync(paused.Id, new WebhookSettings { IsActive = false });

        (await Server.EnqueueAsync()).ShouldBe(0);
    }
}
