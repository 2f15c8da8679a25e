namespace Trellis.Server.Kernel.Webhooks;

/// <summary>How an organisation's webhooks on a platform fare; deliveries that were forgotten after their retention do not count.</summary>
/// <param name="Subscriptions">How many subscriptions there are.</param>
/// <param name="ActiveSubscriptions">How many of them are active.</param>
/// <param name="Pending">Deliveries that wait for an attempt.</param>
/// <param name="Delivered">Deliveries that arrived.</param>
/// <param name="Dead">Dead letters.</param>
/// <param name="Resolved">Dead letters that were resolved.</param>
/// <param name="Attempts">All attempts at these deliveries.</param>
public sealed record WebhookMetrics(
    long Subscriptions, long ActiveSubscriptions, long Pending, long Delivered, long Dead, long Resolved, long Attempts);
