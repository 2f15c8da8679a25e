using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Kernel.Tests.Webhooks;

public abstract partial class WebhookSuite
{
    [Fact]
    public async Task A_dead_letter_that_is_put_back_has_all_its_retries_again()
    {
        var dead = await DeadLetterAsync();

        (await RetryAsync(1, dead))!.State.ShouldBe(WebhookDeliveryState.Pending);
        (await Receiver.NextAsync()).DeliveryId.ShouldBe(dead);
        await Server.Log.NextAsync(EventLog.Failed);
        Receiver.AnswerWith(200);
        Time.Advance(TimeSpan.FromSeconds(60));
        await Server.Log.NextAsync(EventLog.Delivered);

        (await Server.DeliveryAsync(dead)).Attempts.ShouldBe(4);
        (await Server.AttemptsAsync(dead)).Select(attempt => attempt.Number).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task A_dead_letter_that_is_resolved_stays_undelivered()
    {
        var dead = await DeadLetterAsync();

        var resolved = await Store.WriteAsync(session => Server.Deliveries.ResolveAsync(session, 1, "test", dead), Cancellation);

        resolved!.State.ShouldBe(WebhookDeliveryState.Resolved);
        (await Server.DeadAsync()).ShouldBeEmpty();
        (await RetryAsync(1, dead)).ShouldBeNull();
    }

    [Fact]
    public async Task Another_organisation_finds_no_delivery_no_dead_letter_and_no_webhook()
    {
        var dead = await DeadLetterAsync();
        var webhook = (await Server.DeliveryAsync(dead)).SubscriptionId;

        (await RetryAsync(2, dead)).ShouldBeNull();
        await Store.WriteAsync((Func<ISqlSession, ValueTask>)LookAsync, Cancellation);
        (await Server.Tester.TestAsync(2, "test", webhook, "ping", "{}"u8.ToArray(), Cancellation)).ShouldBeNull();

        async ValueTask LookAsync(ISqlSession session)
        {
            (await Server.Deliveries.ResolveAsync(session, 2, "test", dead)).ShouldBeNull();
            (await Server.Deliveries.FindAsync(session, 2, "test", dead)).ShouldBeNull();
            (await Server.Deliveries.FindAsync(session, 1, "other", dead)).ShouldBeNull();
            (await Server.Deliveries.ListAttemptsAsync(session, 2, "test", dead)).ShouldBeEmpty();
            (await Server.Deliveries.ListAsync(session, 2, "test", webhook, null, 10, 0)).ShouldBeEmpty();
            (await Server.Deliveries.ListDeadAsync(session, 2, "test", 10, 0)).ShouldBeEmpty();
            (await Server.Subscriptions.FindAsync(session, 2, "test", webhook)).ShouldBeNull();
            (await Server.Subscriptions.UpdateAsync(session, 2, "test", webhook, new WebhookSettings { Name = "mine" })).ShouldBeNull();
            (await Server.Subscriptions.RotateSecretAsync(session, 2, "test", webhook)).ShouldBeNull();
            (await Server.Subscriptions.RemoveAsync(session, 2, "test", webhook)).ShouldBeNull();
            (await Server.Subscriptions.ListAsync(session, 2, "test")).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Metrics_count_what_became_of_deliveries()
    {
        await DeadLetterAsync();
        Receiver.AnswerWith(200);
        await Server.EnqueueAsync();
        await Server.Log.NextAsync(EventLog.Delivered);

        var metrics = await Store.ReadAsync(session => Server.Deliveries.MeasureAsync(session, 1, "test"), Cancellation);

        metrics.ShouldBe(new WebhookMetrics(1, 1, Pending: 0, Delivered: 1, Dead: 1, Resolved: 0, Attempts: 3));
    }

    [Fact]
    public async Task Deliveries_are_listed_newest_first_and_by_state()
    {
        var dead = await DeadLetterAsync();
        Receiver.AnswerWith(200);
        await Server.EnqueueAsync();
        await Server.Log.NextAsync(EventLog.Delivered);
        var webhook = (await Server.DeliveryAsync(dead)).SubscriptionId;

        var all = await ListAsync(webhook, null, limit: 10, offset: 0);

        all.Select(delivery => delivery.State).ShouldBe([WebhookDeliveryState.Delivered, WebhookDeliveryState.Dead]);
        (await ListAsync(webhook, null, limit: 1, offset: 1)).Single().Id.ShouldBe(dead);
        (await ListAsync(webhook, WebhookDeliveryState.Dead, limit: 10, offset: 0)).Single().Id.ShouldBe(dead);
    }

    [Fact]
    public async Task Old_deliveries_are_forgotten_and_dead_letters_are_not()
    {
        var dead = await DeadLetterAsync();
        Receiver.AnswerWith(200);
        await Server.EnqueueAsync();
        await Server.Log.NextAsync(EventLog.Delivered);

        Time.Advance(TimeSpan.FromDays(31));
        await Time.WaitForTimerAsync(TimeSpan.FromHours(1), Cancellation);
        Time.Advance(TimeSpan.FromHours(1));
        await Server.Log.NextAsync(EventLog.Purged);

        (await ListAsync((await Server.DeliveryAsync(dead)).SubscriptionId, null, 10, 0)).Single().Id.ShouldBe(dead);
    }

    private async Task<string> DeadLetterAsync()
    {
        Receiver.AnswerWith(500);
        await Server.SubscribeAsync(Receiver.Url, new WebhookSettings { MaxRetries = 1 });
        await Server.EnqueueAsync();
        await Receiver.NextAsync();
        await Server.Log.NextAsync(EventLog.Failed);
        Time.Advance(TimeSpan.FromSeconds(60));
        var received = await Receiver.NextAsync();
        await Server.Log.NextAsync(EventLog.Dead);
        return received.DeliveryId;
    }

    private Task<WebhookDelivery?> RetryAsync(long organisation, string id) =>
        Store.WriteAsync(session => Server.Deliveries.RetryAsync(session, organisation, "test", id), Cancellation).AsTask();

    private Task<IReadOnlyList<WebhookDelivery>> ListAsync(string webhook, string? state, int limit, int offset) =>
        Store.ReadAsync(session => Server.Deliveries.ListAsync(session, 1, "test", webhook, state, limit, offset), Cancellation).AsTask();
}
