namespace Trellis.Server.Console.Webhooks;

/// <summary>The counts of deliveries, as ASCEND answers them.</summary>
/// <param name="ActiveWebhooks">Webhooks that are told.</param>
/// <param name="Pending">Deliveries that are still tried.</param>
/// <param name="Delivered">Deliveries that arrived.</param>
/// <param name="DeadLetters">Deliveries that were given up.</param>
internal sealed record WebhookFigures(long ActiveWebhooks, long Pending, long Delivered, long DeadLetters);
