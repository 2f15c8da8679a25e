namespace Trellis.Server.Aerostack.Cache;

/// <summary>A key that a list shows.</summary>
/// <param name="Key">The key.</param>
/// <param name="ExpiresAt">Until when it is kept; null for ever.</param>
internal sealed record CacheKey(string Key, DateTimeOffset? ExpiresAt);
