using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>The section <c>aerostack.cache</c> of <c>trellis.json</c>.</summary>
internal sealed class CacheOptions
{
    private const long DefaultBytes = 256L << 20;

    /// <summary>Reads the section.</summary>
    /// <exception cref="ArgumentException">A value is not a whole number above 0.</exception>
    public CacheOptions(IConfiguration section) => MostBytes = section["maxBytes"] switch
    {
        null => DefaultBytes,
        var text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 => value,
        _ => throw new ArgumentException("'aerostack:cache:maxBytes' must be a whole number of bytes above 0."),
    };

    /// <summary>What one project may keep, in bytes.</summary>
    /// <value>Default 256 MiB.</value>
    public long MostBytes { get; }
}
