namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Where a delivery stands; the words are those of the store.</summary>
public static class WebhookDeliveryState
{
    /// <summary>Waits for its first or its next attempt.</summary>
    public const string Pending = "pending";

    /// <summary>A receiver answered with a 2xx status.</summary>
    public const string Delivered = "delivered";

    /// <summary>All attempts failed; it waits for somebody to retry or resolve it.</summary>
    public const string Dead = "dead";

    /// <summary>It was dead, and somebody said that it needs no delivery any more.</summary>
    public const string Resolved = "resolved";
}
