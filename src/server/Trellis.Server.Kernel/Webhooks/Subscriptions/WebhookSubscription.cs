namespace Trellis.Server.Kernel.Webhooks;

/// <summary>Somebody's wish to hear of events. Holds neither the secret nor the values of custom headers.</summary>
public sealed record WebhookSubscription
{
    /// <summary>The event name that stands for all.</summary>
    public const string AllEvents = "*";

    /// <summary>The id, a UUID.</summary>
    public required string Id { get; init; }

    /// <summary>The organisation.</summary>
    public required long OrganisationId { get; init; }

    /// <summary>The platform.</summary>
    public required string Platform { get; init; }

    /// <summary>The name, for people.</summary>
    public required string Name { get; init; }

    /// <summary>A description, for people; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>Where deliveries go.</summary>
    public required Uri Url { get; init; }

    /// <summary>The events, by their exact names, or <see cref="AllEvents"/>.</summary>
    public required IReadOnlyList<string> Events { get; init; }

    /// <summary>What an event's data must hold, as a JSON object; <c>{}</c> for no condition. See <see cref="WebhookFilter"/>.</summary>
    public required string Filters { get; init; }

    /// <summary>The names of the headers that each delivery carries besides the platform's own.</summary>
    public required IReadOnlyList<string> CustomHeaderNames { get; init; }

    /// <summary>The one subject whose events are wanted; null for all.</summary>
    public string? Subject { get; init; }

    /// <summary>How often a failed delivery is tried again.</summary>
    public required int MaxRetries { get; init; }

    /// <summary>How long the first retry waits; each further one waits twice as long.</summary>
    public required TimeSpan RetryDelay { get; init; }

    /// <summary>How many attempts may be made in a minute.</summary>
    public required int RateLimitPerMinute { get; init; }

    /// <summary>Whether events are kept for it and delivered.</summary>
    public required bool IsActive { get; init; }

    /// <summary>Why the server switched it off; null when it did not.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>How many of its deliveries in a row became dead letters.</summary>
    public required int ConsecutiveDeadLetters { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed by a caller.</summary>
    public required DateTimeOffset UpdatedAt { get; init; }
}
