namespace Trellis.Server.Aerostack.Cache;

/// <summary>What is kept under a key.</summary>
/// <param name="Key">The key, without anything of the project in it.</param>
/// <param name="Value">JSON, as it came.</param>
/// <param name="ExpiresAt">Until when; null for ever.</param>
internal sealed record CacheEntry(string Key, string Value, DateTimeOffset? ExpiresAt)
{
    // What the row costs beside its texts.
    private const long Overhead = 64;

    /// <summary>What the entry counts against the project's limit, in bytes.</summary>
    public long Size => Overhead + System.Text.Encoding.UTF8.GetByteCount(Key) + System.Text.Encoding.UTF8.GetByteCount(Value);
}
