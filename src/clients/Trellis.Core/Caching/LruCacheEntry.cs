namespace Trellis;

/// <summary>An entry of <see cref="LruDistributedCache"/>, which guards it with its lock. Deadlines are timestamps of its clock.</summary>
internal sealed class LruCacheEntry(string key, byte[] value, long absoluteDeadline, TimeSpan? slidingExpiration)
{
    public string Key { get; } = key;

    public ReadOnlyMemory<byte> Value { get; } = value;

    public long AbsoluteDeadline { get; } = absoluteDeadline;

    public TimeSpan? SlidingExpiration { get; } = slidingExpiration;

    public long Deadline { get; set; } = absoluteDeadline;
}
