namespace Trellis.Server.Kernel.Webhooks;

/// <summary>What a caller wants a subscription to be. Null leaves a value as it is, or takes the default for a new one. Prints no secret.</summary>
public sealed class WebhookSettings
{
    /// <summary>The name.</summary>
    /// <value>Default for a new one: the host of <see cref="Url"/>.</value>
    public string? Name { get; init; }

    /// <summary>The description.</summary>
    /// <value>Default for a new one: empty.</value>
    public string? Description { get; init; }

    /// <summary>Where deliveries go. A new subscription needs it.</summary>
    public Uri? Url { get; init; }

    /// <summary>The events. A new subscription needs at least one.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    /// <summary>What an event's data must hold, as a JSON object.</summary>
    /// <value>Default for a new one: <c>{}</c>.</value>
    public string? Filters { get; init; }

    /// <summary>Headers for each delivery; all of them, since none can be read back.</summary>
    /// <value>Default for a new one: none.</value>
    public IReadOnlyDictionary<string, string>? CustomHeaders { get; init; }

    /// <summary>The one subject whose events are wanted; empty for all.</summary>
    /// <value>Default for a new one: all.</value>
    public string? Subject { get; init; }

    /// <summary>How often a failed delivery is tried again, 0 to 10.</summary>
    /// <value>Default for a new one: 3.</value>
    public int? MaxRetries { get; init; }

    /// <summary>How long the first retry waits, 1 second to 1 hour.</summary>
    /// <value>Default for a new one: 60 seconds.</value>
    public TimeSpan? RetryDelay { get; init; }

    /// <summary>How many attempts may be made in a minute, 1 to 1000.</summary>
    /// <value>Default for a new one: 100.</value>
    public int? RateLimitPerMinute { get; init; }

    /// <summary>Whether it is active.</summary>
    /// <value>Default for a new one: true.</value>
    public bool? IsActive { get; init; }

    /// <summary>The signing secret, 8 to 256 characters.</summary>
    /// <value>Default for a new one: the server makes one.</value>
    public string? Secret { get; init; }

    /// <summary>Names the receiver's host and never the secret.</summary>
    public override string ToString() => $"webhook settings for {Url?.Host ?? "an unchanged address"}";
}
