using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

public abstract partial class WebhookSuite
{
    [Fact]
    public async Task What_a_server_left_behind_is_delivered_by_the_next_with_the_same_id()
    {
        await Server.DisposeAsync();
        await using var dying = new WebhookServer(Store, Time);
        await dying.SubscribeAsync(Receiver.Url);
        await dying.EnqueueAsync();
        var (claimed, _) = await dying.Claims.TakeAsync(new WebhookLanes(), Cancellation);
        claimed.ShouldHaveSingleItem();

        await dying.StartAsync();
        Time.Advance(TimeSpan.FromSeconds(59));
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(1), Cancellation);
        Receiver.Waiting.ShouldBe(0);
        Time.Advance(TimeSpan.FromSeconds(1));

        (await Receiver.NextAsync()).DeliveryId.ShouldBe(claimed[0].Id);
    }

    [Fact]
    public async Task A_server_that_is_stopped_in_the_middle_gives_its_deliveries_back()
    {
        Receiver.Answer = static context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        await Server.SubscribeAsync(Receiver.Url);
        await Server.EnqueueAsync();
        var received = await Receiver.NextAsync();

        await Server.DisposeAsync();

        await using var next = new WebhookServer(Store, Time);
        var delivery = await next.DeliveryAsync(received.DeliveryId);
        delivery.State.ShouldBe(WebhookDeliveryState.Pending);
        delivery.Attempts.ShouldBe(0);
        delivery.NextAttemptAt.ShouldBe(Time.GetUtcNow());
    }

    [Fact]
    public async Task Who_lost_the_lease_does_not_say_how_it_ended()
    {
        await Server.DisposeAsync();
        await using var server = new WebhookServer(Store, Time);
        await server.SubscribeAsync(Receiver.Url);
        await server.EnqueueAsync();
        var (late, _) = await server.Claims.TakeAsync(new WebhookLanes(), Cancellation);
        Time.Advance(WebhookClaims.LeaseLength);
        var (current, _) = await server.Claims.TakeAsync(new WebhookLanes(), Cancellation);

        var attempt = new WebhookAttempt(1, Time.GetUtcNow(), TimeSpan.Zero, 200, null, null);
        await server.Settlement.SettleAsync(late[0], attempt);
        (await server.DeliveryAsync(late[0].Id)).State.ShouldBe(WebhookDeliveryState.Pending);
        await server.Settlement.SettleAsync(current[0], attempt);

        (await server.DeliveryAsync(late[0].Id)).State.ShouldBe(WebhookDeliveryState.Delivered);
    }

    [Fact]
    public async Task What_waits_for_a_webhook_that_is_gone_is_forgotten()
    {
        await Server.DisposeAsync();
        await using var server = new WebhookServer(Store, Time);
        var webhook = await server.SubscribeAsync(Receiver.Url);
        await server.EnqueueAsync();
        await Store.WriteAsync(session => session.ExecuteAsync($"DELETE FROM webhook_subscriptions WHERE id = {webhook.Subscription.Id}"), Cancellation);

        (await server.Claims.TakeAsync(new WebhookLanes(), Cancellation)).ShouldSatisfyAllConditions(
            taken => taken.Deliveries.ShouldBeEmpty(),
            taken => taken.IsChanged.ShouldBeTrue());
        (await server.Claims.TakeAsync(new WebhookLanes(), Cancellation)).IsChanged.ShouldBeFalse();
    }
}
