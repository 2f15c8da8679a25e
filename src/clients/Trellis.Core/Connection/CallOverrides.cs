namespace Trellis;

/// <summary>In what one call differs from its client's options. What is <see langword="null"/> is as the options say. Immutable.</summary>
internal sealed class CallOverrides
{
    /// <summary>The address that the call's path is appended to.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>How long one request and the reading of its response may take.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>Which failures are worth another attempt, instead of what the protocol says about it.</summary>
    public RetrySchedule? Retries { get; init; }

    /// <summary>Headers that are set last, in place of others of the same name in any case.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
