using System.Text.Json;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>Webhooks and deliveries as answers have them, in the words of the SDKs and of the REST interface. Secrets are never among them.</summary>
internal static class WebhookJson
{
    private const string Mask = "****";

    public static void WriteMembers(Utf8JsonWriter json, WebhookSubscription webhook)
    {
        json.WriteString("webhook_id"u8, webhook.Id);
        json.WriteString("id"u8, webhook.Id);
        json.WriteString("subscription_id"u8, webhook.Id);
        json.WriteString("name"u8, webhook.Name);
        json.WriteString("description"u8, webhook.Description);
        json.WriteString("url"u8, webhook.Url.OriginalString);
        json.WriteString("target_url"u8, webhook.Url.OriginalString);
        json.WriteTexts("events"u8, webhook.Events);
        json.WriteTexts("event_types"u8, webhook.Events);
        json.WritePropertyName("event_filters"u8);
        json.WriteRawValue(webhook.Filters);
        json.WriteStartObject("custom_headers"u8);
        foreach (var name in webhook.CustomHeaderNames)
            json.WriteString(name, Mask);
        json.WriteEndObject();
        json.WriteString("agent_id"u8, webhook.Subject);
        json.WriteStartObject("retry_config"u8);
        json.WriteNumber("max_retries"u8, webhook.MaxRetries);
        json.WriteNumber("retry_delay_seconds"u8, (long)webhook.RetryDelay.TotalSeconds);
        json.WriteEndObject();
        json.WriteNumber("rate_limit_per_minute"u8, webhook.RateLimitPerMinute);
        json.WriteString("status"u8, StatusOf(webhook));
        json.WriteBoolean("active"u8, webhook.IsActive);
        json.WriteString("disabled_reason"u8, webhook.DisabledReason);
        json.WriteNumber("consecutive_dead_letters"u8, webhook.ConsecutiveDeadLetters);
        json.WriteString("created_by"u8, webhook.CreatedBy);
        json.WriteTime("created_at"u8, webhook.CreatedAt);
        json.WriteTime("updated_at"u8, webhook.UpdatedAt);
    }

    public static void WriteMembers(Utf8JsonWriter json, WebhookDelivery delivery)
    {
        json.WriteString("id"u8, delivery.Id);
        json.WriteString("delivery_id"u8, delivery.Id);
        json.WriteString("webhook_id"u8, delivery.SubscriptionId);
        json.WriteString("event_id"u8, delivery.EventId);
        json.WriteString("event"u8, delivery.Event);
        json.WriteString("event_type"u8, delivery.Event);
        json.WriteString("status"u8, delivery.State == WebhookDeliveryState.Dead ? "dead_letter" : delivery.State);
        json.WriteNumber("attempts"u8, delivery.Attempts);
        json.WriteTime("next_attempt_at"u8, delivery.NextAttemptAt);
        json.WriteNumberOrNull("status_code"u8, delivery.LastStatusCode);
        json.WriteString("error"u8, delivery.LastError);
        json.WriteTime("created_at"u8, delivery.CreatedAt);
        json.WriteTime("finished_at"u8, delivery.FinishedAt);
    }

    public static void WriteMembers(Utf8JsonWriter json, WebhookAttempt attempt)
    {
        json.WriteNumber("number"u8, attempt.Number);
        json.WriteTime("started_at"u8, attempt.StartedAt);
        json.WriteNumber("response_time_ms"u8, (long)attempt.Duration.TotalMilliseconds);
        json.WriteNumberOrNull("status_code"u8, attempt.StatusCode);
        json.WriteString("error"u8, attempt.Error);
        json.WriteString("response"u8, attempt.Response);
    }

    /// <summary>Writes a list of objects.</summary>
    public static void WriteList<T>(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<T> items, Action<Utf8JsonWriter, T> writeMembers)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeMembers(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string StatusOf(WebhookSubscription webhook) =>
        webhook.IsActive ? "active" : webhook.DisabledReason is null ? "inactive" : "disabled";
}
