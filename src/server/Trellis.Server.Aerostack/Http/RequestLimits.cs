using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Hosting;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.RateLimits;

namespace Trellis.Server.Aerostack.Http;

/// <summary>How often a caller may ask: each key has a limit for everything and each project, on some routes, one for the route.</summary>
internal sealed class RequestLimits(RateLimiter limiter, AerostackOptions options)
{
    /// <summary>Counts a request.</summary>
    /// <returns>The refusal when it is one too many; else null.</returns>
    public AerostackError? Take(Caller caller, RouteRules rules)
    {
        if (rules.Access is Access.Anyone)
            return null;

        if (Take(caller.KeyId, AerostackOptions.KeyLimit) is { } tooMany)
            return AerostackErrors.TooManyRequests(tooMany, "requests with this key");

        return rules.RateLimit is { } name ? Take(caller, name) : null;
    }

    /// <summary>Counts a request against the limit of its kind alone.</summary>
    /// <returns>The refusal when it is one too many; else null.</returns>
    public AerostackError? Take(Caller caller, string name) =>
        Take(caller.Project.Id, name) is { } tooMany ? AerostackErrors.TooManyRequests(tooMany, "requests of this kind") : null;

    private int? Take(string subject, string name)
    {
        var result = limiter.Take(subject, $"aerostack.{name}", options.Limit(name));
        return result.IsAllowed ? null : (int)Math.Max(1, Math.Ceiling(result.RetryAfter.TotalSeconds));
    }
}
