namespace Trellis.Server.Kernel.Webhooks;

/// <summary>One event on its way to one subscription.</summary>
public sealed record WebhookDelivery
{
    /// <summary>The id, <c>del_…</c>, which receivers see and which stays the same over all attempts.</summary>
    public required string Id { get; init; }

    /// <summary>The subscription.</summary>
    public required string SubscriptionId { get; init; }

    /// <summary>The event's id, <c>evt_…</c>.</summary>
    public required string EventId { get; init; }

    /// <summary>What happened.</summary>
    public required string Event { get; init; }

    /// <summary>One of <see cref="WebhookDeliveryState"/>.</summary>
    public required string State { get; init; }

    /// <summary>How many attempts were made in all.</summary>
    public required int Attempts { get; init; }

    /// <summary>When the next attempt is due; null when there will be none.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The status of the last answer; null when there was none.</summary>
    public int? LastStatusCode { get; init; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public string? LastError { get; init; }

    /// <summary>When the event was kept for delivery.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was delivered, became a dead letter, or was resolved; null while it is pending.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
