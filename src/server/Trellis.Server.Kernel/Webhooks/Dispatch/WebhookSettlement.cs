using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Telemetry;

namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Writes down what became of an attempt: delivered, to be tried again, or a dead letter.</summary>
internal sealed class WebhookSettlement(
    IStore store,
    WebhookDirectory directory,
    WebhookOptions options,
    ServerTelemetry telemetry,
    TimeProvider time,
    ILogger<WebhookSettlement> logger)
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromHours(24);

    public async Task SettleAsync(ClaimedDelivery delivery, WebhookAttempt attempt)
    {
        var subscription = delivery.Target.Subscription;
        if (attempt.Error is null)
        {
            await store.WriteAsync(session => DeliveredAsync(session, delivery, attempt));
            telemetry.MeasureWebhook(subscription.Platform, "delivered", attempt);
            WebhookLog.Delivered(logger, delivery.Id, delivery.Event, subscription.Url.Host, attempt.StatusCode);
        }
        else if (delivery.Failures < subscription.MaxRetries)
        {
            await store.WriteAsync(session => FailedAsync(session, delivery, attempt));
            telemetry.MeasureWebhook(subscription.Platform, "failed", attempt);
            WebhookLog.Failed(logger, attempt.Number, delivery.Id, subscription.Url.Host, attempt.Error);
        }
        else
        {
            var isDisabled = await store.WriteAsync(session => DeadAsync(session, delivery, attempt));
            telemetry.MeasureWebhook(subscription.Platform, "dead", attempt);
            WebhookLog.Dead(logger, delivery.Id, subscription.Url.Host, attempt.Number, attempt.Error);
            if (isDisabled)
                WebhookLog.Disabled(logger, subscription.Id, options.DisableAfter);
        }
    }

    /// <summary>Gives a delivery back that was not attempted, or not to the end.</summary>
    public async Task ReleaseAsync(ClaimedDelivery delivery, TimeSpan delay, string? error = null) =>
        await store.WriteAsync(session => WebhookQueue.ReleaseAsync(session, delivery, time.GetUtcNow() + delay, error));

    private async ValueTask<bool> DeliveredAsync(ISqlSession session, ClaimedDelivery delivery, WebhookAttempt attempt)
    {
        if (delivery.Target.Subscription.ConsecutiveDeadLetters > 0)
            await WebhookTargetTable.ClearDeadLettersAsync(session, delivery.Target.Subscription.Id);
        return await RecordAsync(session, delivery, attempt, WebhookDeliveryState.Delivered, due: null, time.GetUtcNow());
    }

    private ValueTask<bool> FailedAsync(ISqlSession session, ClaimedDelivery delivery, WebhookAttempt attempt)
    {
        var delay = delivery.Target.Subscription.RetryDelay * Math.Pow(2, delivery.Failures);
        var due = time.GetUtcNow() + (delay < LongestDelay ? delay : LongestDelay);
        return RecordAsync(session, delivery, attempt, WebhookDeliveryState.Pending, due, finished: null);
    }

    private async ValueTask<bool> DeadAsync(ISqlSession session, ClaimedDelivery delivery, WebhookAttempt attempt)
    {
        var subscription = delivery.Target.Subscription;
        await WebhookTargetTable.LockAsync(session, subscription.Id);
        if (!await RecordAsync(session, delivery, attempt, WebhookDeliveryState.Dead, due: null, time.GetUtcNow()))
            return false;

        await WebhookTargetTable.CountDeadLetterAsync(session, subscription.Id);
        if (options.DisableAfter == 0
            || !await WebhookTargetTable.DisableAsync(
                session, subscription.Id, options.DisableAfter, $"{options.DisableAfter} deliveries in a row could not be made."))
        {
            return false;
        }

        await directory.ChangeAsync(session, subscription.OrganisationId);
        return true;
    }

    // Who has lost the lease has also lost the right to say how it ended: the attempt of the next holder counts.
    private static async ValueTask<bool> RecordAsync(
        ISqlSession session, ClaimedDelivery delivery, WebhookAttempt attempt, string state, DateTimeOffset? due, DateTimeOffset? finished)
    {
        if (!await WebhookQueue.SettleAsync(session, delivery, attempt, state, due, finished))
            return false;

        await WebhookAttemptTable.InsertAsync(session, delivery.Id, attempt);
        return true;
    }
}
