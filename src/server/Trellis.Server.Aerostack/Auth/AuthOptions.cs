using System.Globalization;
using Microsoft.Extensions.Configuration;
using Trellis.Server.Kernel.RateLimits;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>The section <c>aerostack.auth</c> of <c>trellis.json</c>.</summary>
internal sealed class AuthOptions
{
    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is out of range.</exception>
    public AuthOptions(IConfiguration section)
    {
        AccessLifetime = TimeSpan.FromMinutes(Read(section, "accessMinutes", 60, 1, 24 * 60));
        RefreshLifetime = TimeSpan.FromDays(Read(section, "refreshDays", 30, 1, 365));
        AttemptLimit = RateLimit.PerMinute(Read(section, "attemptsPerMinute", 30, 0, 10_000));
        MessageLimit = RateLimit.PerMinute(Read(section, "messagesPerMinute", 5, 0, 10_000));
        RequiresVerification = section["requireVerification"] switch
        {
            null => false,
            var text when bool.TryParse(text, out var value) => value,
            _ => throw new ArgumentException("'aerostack:auth:requireVerification' must be true or false."),
        };
    }

    /// <summary>How long an access token is good (<c>accessMinutes</c>).</summary>
    /// <value>Default one hour.</value>
    public TimeSpan AccessLifetime { get; }

    /// <summary>How long a session lasts without being refreshed (<c>refreshDays</c>).</summary>
    /// <value>Default 30 days.</value>
    public TimeSpan RefreshLifetime { get; }

    /// <summary>How often a minute somebody may try to be one user (<c>attemptsPerMinute</c>); 0 for no limit.</summary>
    /// <value>Default 30.</value>
    public RateLimit AttemptLimit { get; }

    /// <summary>How many messages a minute one recipient gets (<c>messagesPerMinute</c>); 0 for no limit.</summary>
    /// <value>Default 5.</value>
    public RateLimit MessageLimit { get; }

    /// <summary>Whether an e-mail address must be verified before its owner may sign in (<c>requireVerification</c>).</summary>
    /// <value>Default false.</value>
    public bool RequiresVerification { get; }

    private static int Read(IConfiguration section, string key, int @default, int least, int most) => section[key] switch
    {
        null => @default,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most => value,
        _ => throw new ArgumentException($"'aerostack:auth:{key}' must be a whole number from {least} to {most}."),
    };
}
