using Microsoft.Extensions.Configuration;
using Trellis.Server.Kernel.RateLimits;

namespace Trellis.Server.Ascend.Hosting;

/// <summary>The section <c>ascend</c> of <c>trellis.json</c>.</summary>
internal sealed class AscendOptions
{
    /// <summary>Requests a minute of one API key (<c>rateLimits.key</c>); 0 for no limit.</summary>
    public const string KeyLimit = "key";

    /// <summary>Submitted actions a minute of one API key (<c>rateLimits.submit</c>); 0 for no limit.</summary>
    public const string SubmitLimit = "submit";

    /// <summary>Registrations a minute of one API key (<c>rateLimits.register</c>); 0 for no limit.</summary>
    public const string RegisterLimit = "register";

    /// <summary>Scans of output a minute of one address (<c>rateLimits.scan</c>); 0 for no limit.</summary>
    public const string ScanLimit = "scan";

    private static readonly (string Name, int PerMinute)[] Defaults =
        [(KeyLimit, 1000), (SubmitLimit, 1000), (RegisterLimit, 10), (ScanLimit, 60)];

    private readonly Dictionary<string, RateLimit> _limits = new(StringComparer.Ordinal);

    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is not a whole number from 0 on.</exception>
    public AscendOptions(IConfiguration section)
    {
        foreach (var (name, perMinute) in Defaults)
            _limits[name] = RateLimit.PerMinute(Read(section, $"rateLimits:{name}", perMinute));
    }

    /// <summary>The limit of a name.</summary>
    public RateLimit Limit(string name) => _limits[name];

    private static int Read(IConfiguration section, string key, int @default) => section[key] switch
    {
        null => @default,
        var text when int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var value) => value,
        _ => throw new ArgumentException($"'ascend:{key}' must be a whole number from 0 on; 0 is no limit."),
    };
}
