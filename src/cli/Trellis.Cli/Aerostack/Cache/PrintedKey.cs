using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Cache;

/// <summary>A <see cref="CacheKeyInfo"/> as it is printed.</summary>
internal sealed record PrintedKey(string? Key, DateTimeOffset? Expires)
{
    public static PrintedKey Of(CacheKeyInfo key) => new(key.Key, key.Expires);
}
