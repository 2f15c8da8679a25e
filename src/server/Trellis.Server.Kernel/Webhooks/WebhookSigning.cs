namespace Trellis.Server.Kernel.Webhooks;

/// <summary>What a delivery is signed with. Prints no secret.</summary>
public sealed class WebhookSigning
{
    /// <summary>The id of the delivery, <c>del_…</c>; the same over all attempts.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>What happened.</summary>
    public required string Event { get; init; }

    /// <summary>When this attempt is made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The body as it is sent.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The subscription's secret, in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Secret { get; init; }

    /// <summary>Names the delivery.</summary>
    public override string ToString() => DeliveryId;
}
