namespace Trellis.Server.Console.Webhooks;

/// <summary>One message to one webhook, as ASCEND shows it.</summary>
internal sealed record DeliveryItem
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>To which webhook.</summary>
    public string WebhookId { get; init; } = "";

    /// <summary>About what.</summary>
    public string Event { get; init; } = "";

    /// <summary><c>pending</c>, <c>delivered</c>, <c>dead_letter</c> or <c>resolved</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>When it is tried next; null when it is not.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The status that the receiver answered last; null when it answered none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Error { get; init; }

    /// <summary>When the event was.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The attempts, where one delivery is shown.</summary>
    public IReadOnlyList<DeliveryAttempt>? AttemptLog { get; init; }

    /// <summary>Whether it was given up and can be tried again.</summary>
    public bool IsDead => Status == "dead_letter";
}
