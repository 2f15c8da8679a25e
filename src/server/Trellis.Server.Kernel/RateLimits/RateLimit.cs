namespace Trellis.Server.Kernel.RateLimits;

/// <summary>How much is allowed.</summary>
/// <param name="Requests">How many requests; 0 for no limit.</param>
/// <param name="Window">Within which time.</param>
public readonly record struct RateLimit(int Requests, TimeSpan Window)
{
    /// <summary>No limit.</summary>
    public static RateLimit None => default;

    /// <summary>So many requests a minute; 0 for no limit.</summary>
    public static RateLimit PerMinute(int requests) => new(requests, TimeSpan.FromMinutes(1));
}
