namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Where a delivery goes, and what signs it, still sealed.</summary>
internal sealed class WebhookTarget
{
    public required WebhookSubscription Subscription { get; init; }

    public required string SealedSecret { get; init; }

    public required string? SealedHeaders { get; init; }

    public override string ToString() => Subscription.Id;
}
