using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Akshi.Errors;

namespace Trellis.Server.Akshi.Http;

/// <summary>How often an address may ask (contract, section 1.3); every answer says how often that is. Safe for concurrent use.</summary>
internal sealed class RequestLimits(Dashboard dashboard)
{
    private const int Capacity = 100_000;

    private readonly ConcurrentDictionary<string, AddressUsage> _addresses = new(StringComparer.Ordinal);

    /// <summary>Counts a request and writes the headers.</summary>
    /// <returns>The refusal when it is one too many; else null.</returns>
    public AkshiError? Take(HttpContext context, DateTimeOffset at)
    {
        var settings = dashboard.Settings;
        if (settings.RateLimit <= 0)
            return null;

        var allowance = UsageOf(context, at).Take(at, settings.RateLimit, Math.Max(1, settings.RateLimitBurst));
        // They must survive an exception, after which the headers of the route are dropped.
        context.Response.OnStarting(static state =>
        {
            var (headers, allowance) = ((IHeaderDictionary, RequestAllowance))state;
            Write(headers, allowance);
            return Task.CompletedTask;
        }, (context.Response.Headers, allowance));

        return allowance.IsAllowed ? null : AkshiErrors.TooManyRequests((int)Math.Max(1, Math.Ceiling(allowance.RetryAfter.TotalSeconds)));
    }

    private static void Write(IHeaderDictionary headers, RequestAllowance allowance)
    {
        headers["X-RateLimit-Limit"] = allowance.Limit.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Remaining"] = allowance.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["X-RateLimit-Reset"] = allowance.Reset.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
    }

    private AddressUsage UsageOf(HttpContext context, DateTimeOffset at)
    {
        var address = context.Connection.RemoteIpAddress?.MapToIPv6().ToString() ?? "";
        if (_addresses.TryGetValue(address, out var usage))
            return usage;

        if (_addresses.Count >= Capacity)
        {
            foreach (var (known, itsUsage) in _addresses)
            {
                if (itsUsage.IsIdle(at))
                    _addresses.TryRemove(known, out _);
            }
        }

        return _addresses.GetOrAdd(address, static _ => new AddressUsage());
    }
}
