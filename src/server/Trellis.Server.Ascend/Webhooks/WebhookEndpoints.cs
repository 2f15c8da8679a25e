using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>
/// Makes, shows, changes and removes webhooks (contract, section 2.8). An administrator has all of the organisation's; any other caller
/// has those that it made itself, and the rest do not exist for it: their addresses may hold secrets.
/// </summary>
internal sealed class WebhookEndpoints(IStore store, CallWrites writes, IWebhookSubscriptions webhooks, IWebhookTester tester, IAuditLog audit)
{
    public const string Platform = "ascend";

    private const string Webhook = "The webhook";
    private static readonly byte[] TestData = """{"test":true,"message":"This is a test of the webhook."}"""u8.ToArray();

    /// <summary>The events that there are for the caller.</summary>
    public static ValueTask<JsonAnswer> EventsAsync(AscendCall call) => new(Answer.Ok(json =>
        WebhookJson.WriteList(json, "events"u8, EventNames.All.Where(known => EventNames.MaySubscribe(known.Name, call.Caller.IsAdmin)), static (json, known) =>
        {
            json.WriteString("name"u8, known.Name);
            json.WriteString("event_type"u8, known.Name);
            json.WriteString("description"u8, known.Meaning);
        })));

    /// <summary>
    /// Makes a webhook as the SDKs ask for it. Agents ask at every start, so the same address for the same agent by the same caller is the
    /// same webhook.
    /// </summary>
    public async ValueTask<JsonAnswer> ConfigureAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        var settings = WebhookRequest.Read(body, webhooks, call.Caller.IsAdmin, isNew: true);
        return body.Errors.IsEmpty
            ? await writes.RunAsync(call, session => ConfigureAsync(session, call, settings))
            : AscendErrors.Invalid(body.Errors);
    }

    /// <summary>Makes a webhook as the REST interface has it.</summary>
    public async ValueTask<JsonAnswer> CreateAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        var settings = WebhookRequest.Read(body, webhooks, call.Caller.IsAdmin, isNew: true);
        return body.Errors.IsEmpty
            ? await writes.RunAsync(call, session => CreateAsync(session, call, settings, Answer.Created))
            : AscendErrors.Invalid(body.Errors);
    }

    /// <summary>The caller's webhooks.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var all = await store.ReadAsync(session => webhooks.ListAsync(session, call.OrganisationId, Platform), call.Aborted);
        var own = all.Where(webhook => IsOf(call, webhook)).ToArray();
        return Answer.Ok(json =>
        {
            WebhookJson.WriteList(json, "webhooks"u8, own, WebhookJson.WriteMembers);
            json.WriteNumber("total"u8, own.Length);
        });
    }

    /// <summary>One webhook.</summary>
    public async ValueTask<JsonAnswer> GetAsync(AscendCall call) =>
        await store.ReadAsync(session => FindAsync(session, call), call.Aborted) is { } webhook
            ? Answer.Ok(json => WebhookJson.WriteMembers(json, webhook))
            : AscendErrors.NotFound(Webhook);

    /// <summary>Changes what is given.</summary>
    public async ValueTask<JsonAnswer> UpdateAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        var settings = WebhookRequest.Read(body, webhooks, call.Caller.IsAdmin, isNew: false);
        if (!body.Errors.IsEmpty)
            return AscendErrors.Invalid(body.Errors);
        if (WebhookRequest.IsEmpty(settings))
            return AscendErrors.Invalid("url", "or another member to be changed is required");

        return await ChangeAsync(call, async (session, webhook) =>
        {
            var changed = (await webhooks.UpdateAsync(session, call.OrganisationId, Platform, webhook.Id, settings))!;
            await audit.AppendAsync(session, WebhookAudit.Updated(call, changed));
            return Answer.Ok(json => WebhookJson.WriteMembers(json, changed));
        });
    }

    /// <summary>Removes a webhook and what it was told.</summary>
    public ValueTask<JsonAnswer> DeleteAsync(AscendCall call) => ChangeAsync(call, async (session, webhook) =>
    {
        await webhooks.RemoveAsync(session, call.OrganisationId, Platform, webhook.Id);
        await audit.AppendAsync(session, WebhookAudit.Deleted(call, webhook));
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteString("webhook_id"u8, webhook.Id);
            json.WriteString("message"u8, "The webhook is deleted."u8);
        });
    });

    /// <summary>Gives a webhook a new secret and shows it this once.</summary>
    public ValueTask<JsonAnswer> RotateSecretAsync(AscendCall call) => ChangeAsync(call, async (session, webhook) =>
    {
        var rotated = (await webhooks.RotateSecretAsync(session, call.OrganisationId, Platform, webhook.Id))!;
        await audit.AppendAsync(session, WebhookAudit.SecretRotated(call, webhook));
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteString("webhook_id"u8, webhook.Id);
            json.WriteString("secret"u8, rotated.RevealSecret());
            json.WriteString("message"u8, "The next attempt is signed with this secret. It is not shown again."u8);
        });
    });

    /// <summary>Sends a test at once and says how it went.</summary>
    public async ValueTask<JsonAnswer> TestAsync(AscendCall call)
    {
        if (await store.ReadAsync(session => FindAsync(session, call), call.Aborted) is not { } webhook
            || await tester.TestAsync(call.OrganisationId, Platform, webhook.Id, EventNames.Test, TestData, call.Aborted) is not { } attempt)
        {
            return AscendErrors.NotFound(Webhook);
        }

        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, attempt.Error is null);
            json.WriteNumberOrNull("status_code"u8, attempt.StatusCode);
            json.WriteNumber("response_time_ms"u8, (long)attempt.Duration.TotalMilliseconds);
            json.WriteString("error"u8, attempt.Error);
        });
    }

    /// <summary>The webhook that the path names, if the caller may know of it.</summary>
    public async ValueTask<WebhookSubscription?> FindAsync(ISqlSession session, AscendCall call) =>
        await webhooks.FindAsync(session, call.OrganisationId, Platform, call.Route("id")) is { } webhook && IsOf(call, webhook) ? webhook : null;

    private static bool IsOf(AscendCall call, WebhookSubscription webhook) => call.Caller.IsAdmin || webhook.CreatedBy == call.Caller.ActorId;

    private ValueTask<JsonAnswer> ChangeAsync(AscendCall call, Func<ISqlSession, WebhookSubscription, ValueTask<JsonAnswer>> change) =>
        writes.RunAsync(
            call, async session => await FindAsync(session, call) is { } webhook ? await change(session, webhook) : AscendErrors.NotFound(Webhook));

    private async ValueTask<JsonAnswer> ConfigureAsync(ISqlSession session, AscendCall call, WebhookSettings settings)
    {
        var subject = string.IsNullOrEmpty(settings.Subject) ? null : settings.Subject;
        var known = (await webhooks.ListAsync(session, call.OrganisationId, Platform)).FirstOrDefault(
            webhook => webhook.CreatedBy == call.Caller.ActorId && webhook.Url == settings.Url && webhook.Subject == subject);
        if (known is null)
            return await CreateAsync(session, call, settings, Answer.Ok);

        var changed = (await webhooks.UpdateAsync(session, call.OrganisationId, Platform, known.Id, settings))!;
        await audit.AppendAsync(session, WebhookAudit.Updated(call, changed));
        return Answer.Ok(json => WebhookJson.WriteMembers(json, changed));
    }

    private async ValueTask<JsonAnswer> CreateAsync(
        ISqlSession session, AscendCall call, WebhookSettings settings, Func<Action<Utf8JsonWriter>, Answer> answer)
    {
        if (await webhooks.AddAsync(session, call.OrganisationId, Platform, call.Caller.ActorId, settings) is not { } made)
            return AscendErrors.Conflict($"An organisation has at most {IWebhookSubscriptions.Limit} webhooks.");

        await audit.AppendAsync(session, WebhookAudit.Created(call, made.Subscription));
        return answer(json =>
        {
            WebhookJson.WriteMembers(json, made.Subscription);

            // Nobody else knows it yet. A secret that the caller sent is not sent back.
            if (settings.Secret is null)
                json.WriteString("secret"u8, made.RevealSecret());
        });
    }
}
