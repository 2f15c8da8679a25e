using System.Text.Json.Nodes;
using Trellis.Ascend.Json;

namespace Trellis.Ascend;

/// <summary>
/// Webhooks that are configured. Reached through <see cref="AscendClient.Webhooks"/>; <see cref="AscendClient.ConfigureWebhookAsync"/>
/// makes them. Safe for concurrent use.
/// </summary>
public sealed class AscendWebhooks
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<WebhookList> _list;
    private readonly ApiOperation<WebhookSubscription> _update;
    private readonly ApiOperation<JsonObject> _delete;
    private readonly ApiOperation<WebhookTestResult> _test;

    internal AscendWebhooks(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _list = operations.Get<WebhookList>("webhooks.list", "/api/webhooks");
        _update = operations.Put<WebhookSubscription>("webhooks.update", "/api/webhooks/{id}");
        _delete = operations.Delete<JsonObject>("webhooks.delete", "/api/webhooks/{id}");
        _test = operations.Post<WebhookTestResult>("webhooks.test", "/api/webhooks/{id}/test");
    }

    /// <summary>Lists the webhooks.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<WebhookList> ListAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Requests.Read(_list), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public WebhookList List(CancellationToken cancellationToken = default) => _connection.Send(Requests.Read(_list), cancellationToken);

    /// <summary>Changes a webhook. What is <see langword="null"/> stays as it is.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="url">Where deliveries go; an https address.</param>
    /// <param name="events">What is delivered: at least one of <see cref="WebhookEvents"/>.</param>
    /// <param name="secret">With what deliveries are signed.</param>
    /// <param name="cancellationToken">Gives the call up; the webhook may have changed all the same.</param>
    /// <exception cref="AscendValidationException">A value is not valid; nothing was sent.</exception>
    /// <exception cref="AscendNotFoundException">There is no such webhook.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<WebhookSubscription> UpdateAsync(
        string webhookId, string? url = null, IReadOnlyList<string>? events = null, Secret? secret = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Updating(webhookId, url, events, secret), cancellationToken);

    /// <inheritdoc cref="UpdateAsync"/>
    public WebhookSubscription Update(
        string webhookId, string? url = null, IReadOnlyList<string>? events = null, Secret? secret = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Updating(webhookId, url, events, secret), cancellationToken);

    /// <summary>Deletes a webhook.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="cancellationToken">Gives the call up; the webhook may be gone all the same.</param>
    /// <returns>What the server answers.</returns>
    /// <exception cref="AscendNotFoundException">There is no such webhook.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<JsonObject> DeleteAsync(string webhookId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Deleting(webhookId), cancellationToken);

    /// <inheritdoc cref="DeleteAsync"/>
    public JsonObject Delete(string webhookId, CancellationToken cancellationToken = default) => _connection.Send(Deleting(webhookId), cancellationToken);

    /// <summary>Has a test delivery made.</summary>
    /// <param name="webhookId">The webhook.</param>
    /// <param name="cancellationToken">Gives the call up; the delivery may be made all the same.</param>
    /// <exception cref="AscendNotFoundException">There is no such webhook.</exception>
    /// <exception cref="AscendException">The call failed. A receiver that fails is no failure of the call.</exception>
    public Task<WebhookTestResult> TestAsync(string webhookId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Testing(webhookId), cancellationToken);

    /// <inheritdoc cref="TestAsync"/>
    public WebhookTestResult Test(string webhookId, CancellationToken cancellationToken = default) => _connection.Send(Testing(webhookId), cancellationToken);

    private ApiRequest<WebhookSubscription> Updating(string webhookId, string? url, IReadOnlyList<string>? events, Secret? secret)
    {
        WebhookChecks.Check(url, events);
        var body = new WebhookChange(url, events, secret?.Reveal());
        return new(
            _update, CanonicalBody.Of(body, AscendJsonContext.Default.WebhookChange), Path: PathSegment.In(_update.Path, webhookId, "webhook_id"));
    }

    private ApiRequest<JsonObject> Deleting(string webhookId) => Requests.Read(_delete, PathSegment.In(_delete.Path, webhookId, "webhook_id"));

    private ApiRequest<WebhookTestResult> Testing(string webhookId) =>
        Requests.Change(_test, PathSegment.In(_test.Path, webhookId, "webhook_id"));
}
