namespace Trellis.Server.Kernel.RateLimits;

/// <summary>What a limiter says to a request.</summary>
/// <param name="IsAllowed">Whether it may go on; it has been counted then.</param>
/// <param name="Limit">The limit that holds.</param>
/// <param name="Remaining">How many more are allowed right now.</param>
/// <param name="RetryAfter">How long until the next one is allowed; zero when it is allowed now.</param>
/// <param name="ResetAfter">How long until the whole limit is there again, if nothing more is asked.</param>
public readonly record struct RateLimitResult(bool IsAllowed, RateLimit Limit, int Remaining, TimeSpan RetryAfter, TimeSpan ResetAfter);
