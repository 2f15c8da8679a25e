namespace Trellis.Server.Kernel.Webhooks;

/// <summary>A delivery that this server attempts now. Until the lease ends no other does.</summary>
internal sealed class ClaimedDelivery
{
    public required string Id { get; init; }

    public required string Event { get; init; }

    public required byte[] Body { get; init; }

    public required long Attempts { get; init; }

    /// <summary>The attempts that failed since it was enqueued or put back.</summary>
    public required long Failures { get; init; }

    /// <summary>Proves that the lease is still this one.</summary>
    public required string Lease { get; init; }

    public required WebhookTarget Target { get; init; }

    public override string ToString() => Id;
}
