using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Webhooks;

/// <summary>What the audit trail remembers of webhooks. The address is named by its host: its path may hold a secret.</summary>
internal static class WebhookAudit
{
    public static AuditEvent Created(AscendCall call, WebhookSubscription webhook) => Of(call, webhook, "webhook_created", "create");

    public static AuditEvent Updated(AscendCall call, WebhookSubscription webhook) => Of(call, webhook, "webhook_updated", "update");

    public static AuditEvent Deleted(AscendCall call, WebhookSubscription webhook) => Of(call, webhook, "webhook_deleted", "delete");

    public static AuditEvent SecretRotated(AscendCall call, WebhookSubscription webhook) =>
        Of(call, webhook, "webhook_secret_rotated", "rotate_secret");

    public static AuditEvent Retried(AscendCall call, WebhookDelivery delivery) => Of(call, delivery, "webhook_delivery_retried", "retry");

    public static AuditEvent Resolved(AscendCall call, WebhookDelivery delivery) => Of(call, delivery, "webhook_delivery_resolved", "resolve");

    private static AuditEvent Of(AscendCall call, WebhookSubscription webhook, string eventType, string action) =>
        RegistryEvent.Of(call, eventType, action, ("webhook", webhook.Id), json =>
        {
            json.WriteString("host"u8, webhook.Url.Host);
            json.WriteTexts("events"u8, webhook.Events);
            json.WriteString("agent_id"u8, webhook.Subject);
            json.WriteBoolean("active"u8, webhook.IsActive);
        });

    private static AuditEvent Of(AscendCall call, WebhookDelivery delivery, string eventType, string action) =>
        RegistryEvent.Of(call, eventType, action, ("webhook_delivery", delivery.Id), json =>
        {
            json.WriteString("webhook_id"u8, delivery.SubscriptionId);
            json.WriteString("event"u8, delivery.Event);
        });
}
