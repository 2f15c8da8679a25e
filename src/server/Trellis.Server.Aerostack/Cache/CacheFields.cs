using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>Reads what requests to the cache have in common.</summary>
internal static class CacheFields
{
    /// <summary>The member <c>key</c>.</summary>
    public static string Key(Fields fields) => fields.Text("key", CacheLimits.LongestKey);

    /// <summary>The member <c>prefix</c>; null for all keys.</summary>
    public static string? Prefix(Fields fields) => fields.OptionalText("prefix", CacheLimits.LongestKey);

    /// <summary>Until when the member <c>ttl</c> keeps an entry. Without one, or with 0, for ever (contract, section 8.2).</summary>
    public static DateTimeOffset? ExpiresAt(Fields fields, DateTimeOffset now) =>
        fields.OptionalInteger("ttl", 0, CacheLimits.LongestTtl) is { } seconds and > 0 ? now.AddSeconds(seconds) : null;

    /// <summary>A whole entry.</summary>
    public static CacheEntry Entry(Fields fields, DateTimeOffset now)
    {
        var key = Key(fields);
        var value = fields.Value("value");
        return new CacheEntry(key, value.ValueKind is System.Text.Json.JsonValueKind.Undefined ? "" : value.GetRawText(), ExpiresAt(fields, now));
    }
}
