namespace Trellis.Aerostack.Json;

internal sealed record CacheItemsBody(IReadOnlyList<CacheItem> Entries);
