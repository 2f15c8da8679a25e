using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>What became of deliveries, and what is done about dead letters (contract, sections 2.8 and 5.4).</summary>
internal sealed class WebhookDeliveryEndpoints(IStore store, WebhookEndpoints webhooks, IWebhookDeliveries deliveries, IAuditLog audit)
{
    private const string Platform = WebhookEndpoints.Platform;
    private const int UsualPage = 50;
    private const int LongestPage = 500;

    /// <summary>The deliveries of a webhook, newest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, UsualPage, LongestPage);
        var state = ReadState(query);
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var listed = await store.ReadAsync(
            async session => await webhooks.FindAsync(session, call) is { } webhook
                ? await deliveries.ListAsync(session, call.OrganisationId, Platform, webhook.Id, state, (int)page.Limit, (int)page.Offset)
                : null,
            call.Aborted);
        return listed is null ? AscendErrors.NotFound("The webhook") : PageOf("deliveries", listed, page);
    }

    /// <summary>One delivery with its attempts.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call)
    {
        var id = call.Route("id");
        var (delivery, attempts) = await store.ReadAsync(
            async session => (
                await deliveries.FindAsync(session, call.OrganisationId, Platform, id),
                await deliveries.ListAttemptsAsync(session, call.OrganisationId, Platform, id)),
            call.Aborted);
        return delivery is null
            ? AscendErrors.NotFound("The delivery")
            : Answer.Ok(json =>
            {
                WebhookJson.WriteMembers(json, delivery);
                WebhookJson.WriteList(json, "attempt_log"u8, attempts, WebhookJson.WriteMembers);
            });
    }

    /// <summary>The dead letters, newest first.</summary>
    public async ValueTask<JsonAnswer> ListDeadAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, UsualPage, LongestPage);
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var dead = await store.ReadAsync(
            session => deliveries.ListDeadAsync(session, call.OrganisationId, Platform, (int)page.Limit, (int)page.Offset), call.Aborted);
        return PageOf("entries", dead, page);
    }

    /// <summary>Puts a dead letter back.</summary>
    public ValueTask<JsonAnswer> RetryAsync(AscendCall call) => DecideAsync(call, deliveries.RetryAsync, WebhookAudit.Retried);

    /// <summary>Says that a dead letter needs no delivery any more.</summary>
    public ValueTask<JsonAnswer> ResolveAsync(AscendCall call) => DecideAsync(call, deliveries.ResolveAsync, WebhookAudit.Resolved);

    /// <summary>Counts.</summary>
    public async ValueTask<JsonAnswer> MeasureAsync(AscendCall call)
    {
        var metrics = await store.ReadAsync(session => deliveries.MeasureAsync(session, call.OrganisationId, Platform), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteNumber("total_webhooks"u8, metrics.Subscriptions);
            json.WriteNumber("active_webhooks"u8, metrics.ActiveSubscriptions);
            json.WriteNumber("pending"u8, metrics.Pending);
            json.WriteNumber("delivered"u8, metrics.Delivered);
            json.WriteNumber("dead_letters"u8, metrics.Dead);
            json.WriteNumber("resolved"u8, metrics.Resolved);
            json.WriteNumber("attempts"u8, metrics.Attempts);
            var settled = metrics.Delivered + metrics.Dead + metrics.Resolved;
            if (settled > 0)
                json.WriteNumber("success_rate"u8, Math.Round((double)metrics.Delivered / settled, 4));
            else
                json.WriteNull("success_rate"u8);
        });
    }

    private static Answer PageOf(string name, IReadOnlyList<WebhookDelivery> listed, Page page) => Answer.Ok(json =>
    {
        WebhookJson.WriteList(json, System.Text.Encoding.UTF8.GetBytes(name), listed, WebhookJson.WriteMembers);
        json.WriteNumber("count"u8, listed.Count);
        json.WriteNumber("limit"u8, page.Limit);
        json.WriteNumber("offset"u8, page.Offset);
    });

    private static string? ReadState(QueryFields query)
    {
        switch (query.Text("status"))
        {
            case null:
                return null;
            case "dead_letter" or WebhookDeliveryState.Dead:
                return WebhookDeliveryState.Dead;
            case WebhookDeliveryState.Pending or WebhookDeliveryState.Delivered or WebhookDeliveryState.Resolved:
                return query.Text("status");
            default:
                query.Errors.Add("status", "must be one of pending, delivered, dead_letter, resolved");
                return null;
        }
    }

    private ValueTask<JsonAnswer> DecideAsync(
        AscendCall call,
        Func<ISqlSession, long, string, string, ValueTask<WebhookDelivery?>> decide,
        Func<AscendCall, WebhookDelivery, AuditEvent> record) => store.WriteAsync<JsonAnswer>(
        async session =>
        {
            if (await decide(session, call.OrganisationId, Platform, call.Route("id")) is not { } delivery)
                return AscendErrors.NotFound("The dead letter");

            await audit.AppendAsync(session, record(call, delivery));
            return Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                WebhookJson.WriteMembers(json, delivery);
            });
        },
        call.Aborted);
}
