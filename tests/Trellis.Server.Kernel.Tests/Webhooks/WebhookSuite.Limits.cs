using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

public abstract partial class WebhookSuite
{
    [Fact]
    public async Task No_more_attempts_than_the_limit_are_made_in_a_minute()
    {
        await Server.SubscribeAsync(Receiver.Url, new WebhookSettings { RateLimitPerMinute = 2 });

        for (var i = 0; i < 5; i++)
            await Server.EnqueueAsync();
        foreach (var expected in new[] { 2, 2, 1 })
        {
            for (var i = 0; i < expected; i++)
            {
                await Receiver.NextAsync();
                await Server.Log.NextAsync(EventLog.Delivered);
            }

            Receiver.Waiting.ShouldBe(0);
            Time.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task A_slow_receiver_holds_up_nobody_else()
    {
        var slow = await AddReceiverAsync();
        slow.Answer = static context => Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        await Server.SubscribeAsync(slow.Url, new WebhookSettings { Events = ["slow"] });
        await Server.SubscribeAsync(Receiver.Url, new WebhookSettings { Events = ["fast"] });

        for (var i = 0; i < 40; i++)
            await Server.EnqueueAsync(Server.Event("slow"));
        await Server.EnqueueAsync(Server.Event("fast"));

        await Receiver.NextAsync();
        slow.Waiting.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task Dead_letters_in_a_row_switch_a_webhook_off()
    {
        await Server.DisposeAsync();
        var server = await AddServerAsync(("disableAfter", "3"));
        Receiver.AnswerWith(500);
        var webhook = await server.SubscribeAsync(Receiver.Url, new WebhookSettings { MaxRetries = 0 });

        for (var i = 0; i < 3; i++)
        {
            (await server.EnqueueAsync()).ShouldBe(1);
            await server.Log.NextAsync(EventLog.Dead);
        }

        await server.Log.NextAsync(EventLog.Disabled);
        var disabled = await server.FindAsync(webhook.Subscription.Id);
        disabled!.IsActive.ShouldBeFalse();
        disabled.DisabledReason.ShouldBe("3 deliveries in a row could not be made.");
        (await server.EnqueueAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_delivery_that_arrives_ends_the_row()
    {
        var webhook = await Server.SubscribeAsync(Receiver.Url, new WebhookSettings { MaxRetries = 0 });
        Receiver.AnswerWith(500);
        await Server.EnqueueAsync();
        await Server.Log.NextAsync(EventLog.Dead);
        (await Server.FindAsync(webhook.Subscription.Id))!.ConsecutiveDeadLetters.ShouldBe(1);

        Receiver.AnswerWith(200);
        await Server.EnqueueAsync();
        await Server.Log.NextAsync(EventLog.Delivered);

        (await Server.FindAsync(webhook.Subscription.Id))!.ConsecutiveDeadLetters.ShouldBe(0);
    }

    [Fact]
    public async Task A_webhook_that_is_switched_on_again_begins_anew()
    {
        await Server.DisposeAsync();
        var server = await AddServerAsync(("disableAfter", "1"));
        Receiver.AnswerWith(500);
        var webhook = await server.SubscribeAsync(Receiver.Url, new WebhookSettings { MaxRetries = 0 });
        await server.EnqueueAsync();
        await server.Log.NextAsync(EventLog.Disabled);

        var revived = await server.UpdateAsync(webhook.Subscription.Id, new WebhookSettings { IsActive = true });

        revived!.ConsecutiveDeadLetters.ShouldBe(0);
        revived.DisabledReason.ShouldBeNull();
        (await server.EnqueueAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_for_a_webhook_that_is_switched_off_becomes_a_dead_letter()
    {
        Receiver.AnswerWith(500);
        var webhook = await Server.SubscribeAsync(Receiver.Url);
        await Server.EnqueueAsync();
        await Receiver.NextAsync();
        await Server.Log.NextAsync(EventLog.Failed);

        await Server.UpdateAsync(webhook.Subscription.Id, new WebhookSettings { IsActive = false });
        Time.Advance(TimeSpan.FromSeconds(60));
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(30), Cancellation);

        Receiver.Waiting.ShouldBe(0);
        (await Server.DeadAsync()).ShouldHaveSingleItem().LastError.ShouldBe("The webhook is switched off.");
    }

    [Fact]
    public async Task An_organisation_has_at_most_100_webhooks_on_a_platform()
    {
        for (var i = 0; i < IWebhookSubscriptions.Limit; i++)
            await Server.SubscribeAsync(Receiver.Url);

        (await Server.SubscribeAsync(Receiver.Url)).ShouldBeNull();
    }
}
