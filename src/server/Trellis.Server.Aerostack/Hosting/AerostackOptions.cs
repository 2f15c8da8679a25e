using System.Globalization;
using Microsoft.Extensions.Configuration;
using Trellis.Server.Kernel.RateLimits;

namespace Trellis.Server.Aerostack.Hosting;

/// <summary>The section <c>aerostack</c> of <c>trellis.json</c>.</summary>
internal sealed class AerostackOptions
{
    /// <summary>Requests a minute of one project key (<c>rateLimits.key</c>); 0 for no limit.</summary>
    public const string KeyLimit = "key";

    /// <summary>Flushes of the cache a minute of one project (<c>rateLimits.flush</c>); 0 for no limit.</summary>
    public const string FlushLimit = "flush";

    private static readonly (string Name, int PerMinute)[] Defaults = [(KeyLimit, 0), (FlushLimit, 5)];

    private readonly Dictionary<string, RateLimit> _limits = new(StringComparer.Ordinal);

    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is not a whole number from 0 on.</exception>
    public AerostackOptions(IConfiguration section)
    {
        foreach (var (name, perMinute) in Defaults)
            _limits[name] = RateLimit.PerMinute(Read(section, $"rateLimits:{name}", perMinute));
    }

    /// <summary>The limit of a name.</summary>
    public RateLimit Limit(string name) => _limits[name];

    private static int Read(IConfiguration section, string key, int @default) => section[key] switch
    {
        null => @default,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw new ArgumentException($"'aerostack:{key}' must be a whole number from 0 on; 0 is no limit."),
    };
}
