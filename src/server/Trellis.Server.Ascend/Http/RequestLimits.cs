using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Hosting;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.RateLimits;

namespace Trellis.Server.Ascend.Http;

/// <summary>
/// How often a caller may ask: each key has a limit for everything and, on some routes, one for the route (contract, section 6.9). The
/// headers tell of the limit that is closer to its end.
/// </summary>
internal sealed class RequestLimits(RateLimiter limiter, AscendOptions options, TimeProvider time)
{
    /// <summary>Counts a request and puts the limit's headers on the answer.</summary>
    /// <returns>The refusal when it is one too many; else null.</returns>
    public AscendError? Take(HttpContext context, Caller caller, RouteRules rules)
    {
        if (rules.Access is Access.Anyone)
            return null;

        var tightest = limiter.Take(caller.ActorId, AscendOptions.KeyLimit, LimitOf(caller));
        if (tightest.IsAllowed && rules.RateLimit is { } name)
        {
            var subject = rules.LimitsAddress ? context.Connection.RemoteIpAddress?.ToString() ?? caller.ActorId : caller.ActorId;
            var ofRoute = limiter.Take(subject, name, options.Limit(name));
            if (!ofRoute.IsAllowed || ofRoute.Remaining < tightest.Remaining)
                tightest = ofRoute;
        }

        if (tightest.Limit.Requests > 0)
            WriteHeaders(context.Response.Headers, tightest);
        return tightest.IsAllowed ? null : AscendErrors.TooManyRequests(Seconds(tightest.RetryAfter), rules.LimitsAddress ? "this credential or address" : "this credential");
    }

    private RateLimit LimitOf(Caller caller) => caller.Key is { RateLimit: { } requests, RateLimitWindow: { } seconds }
        ? new RateLimit((int)requests, TimeSpan.FromSeconds(seconds))
        : options.Limit(AscendOptions.KeyLimit);

    private void WriteHeaders(IHeaderDictionary headers, RateLimitResult limit)
    {
        headers["X-RateLimit-Limit"] = Text(limit.Limit.Requests);
        headers["X-RateLimit-Remaining"] = Text(limit.Remaining);
        headers["X-RateLimit-Reset"] = Text((time.GetUtcNow() + limit.ResetAfter).ToUnixTimeSeconds());
        headers["X-RateLimit-Reset-After"] = Text(Seconds(limit.ResetAfter));
        headers["X-RateLimit-Window"] = Text((long)limit.Limit.Window.TotalSeconds);
    }

    private static int Seconds(TimeSpan time) => (int)Math.Max(1, Math.Ceiling(time.TotalSeconds));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
