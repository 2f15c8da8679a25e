using Microsoft.Extensions.Caching.Distributed;

namespace Trellis;

/// <summary>
/// A cache in the memory of this process, with a time to live for each entry and a limit on their number: when it is full, the entry
/// that was not touched for the longest time goes (Askii contract, section 5.5). Safe for concurrent use. What goes in and comes out
/// is a copy, so no caller can change what is cached.
/// </summary>
/// <remarks>
/// Unlike other caches behind this interface it keeps nothing that has no time to live: an entry stored without one, while
/// <c>defaultTimeToLive</c> is zero, is not stored. An expired entry is dropped when it is asked for or when its turn to go comes, and
/// counts until then.
/// </remarks>
public sealed class LruDistributedCache : IDistributedCache
{
    private readonly object _gate = new();
    private readonly Dictionary<string, LinkedListNode<LruCacheEntry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<LruCacheEntry> _byUse = new();
    private readonly int _capacity;
    private readonly TimeSpan _defaultTimeToLive;
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">How many entries it holds at most. The default is 1024.</param>
    /// <param name="defaultTimeToLive">How long an entry lives that is stored without an expiration. Zero or less, the default: not at all.</param>
    /// <param name="timeProvider">The clock; the system's when null.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="capacity"/> is less than 1.</exception>
    public LruDistributedCache(int capacity = 1024, TimeSpan defaultTimeToLive = default, TimeProvider? timeProvider = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _capacity = capacity;
        _defaultTimeToLive = defaultTimeToLive;
        _timeProvider = timeProvider ?? TimeProvider.System;
    }

    /// <summary>How many entries there are, those expired but not yet dropped included.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _entries.Count;
        }
    }

    /// <summary>A copy of the value stored under <paramref name="key"/>, or null. Makes it the entry touched last.</summary>
    public byte[]? Get(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_gate) return Touch(key)?.Value.ToArray();
    }

    /// <inheritdoc cref="Get"/>
    public Task<byte[]?> GetAsync(string key, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        return Task.FromResult(Get(key));
    }

    /// <summary>
    /// Stores a copy of <paramref name="value"/> as the entry touched last. Does nothing if it would not live: there is neither an
    /// expiration nor a default time to live, or the expiration has passed.
    /// </summary>
    /// <param name="key">The key; an entry stored under it before is replaced.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">
    /// Absolute expiration, relative or as a point in time, where the earlier one counts; and sliding expiration, which begins anew
    /// whenever the entry is touched, up to the absolute one. An entry still lives at the exact moment of its expiration.
    /// </param>
    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        var timeToLive = TimeToLive(options);
        if (timeToLive <= TimeSpan.Zero) return;

        var entry = new LruCacheEntry(key, [.. value], DeadlineAfter(timeToLive), options.SlidingExpiration);
        lock (_gate)
        {
            Drop(key);
            Slide(entry);
            _entries.Add(key, _byUse.AddFirst(entry));
            while (_entries.Count > _capacity) Drop(_byUse.Last!.Value.Key);
        }
    }

    /// <inheritdoc cref="Set"/>
    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        Set(key, value, options);
        return Task.CompletedTask;
    }

    /// <summary>Makes <paramref name="key"/> the entry touched last and begins its sliding expiration anew.</summary>
    public void Refresh(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_gate) Touch(key);
    }

    /// <inheritdoc cref="Refresh"/>
    public Task RefreshAsync(string key, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        Refresh(key);
        return Task.CompletedTask;
    }

    /// <summary>Drops the entry under <paramref name="key"/>, if there is one.</summary>
    public void Remove(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        lock (_gate) Drop(key);
    }

    /// <inheritdoc cref="Remove"/>
    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        token.ThrowIfCancellationRequested();
        Remove(key);
        return Task.CompletedTask;
    }

    /// <summary>Drops every entry whose key begins with <paramref name="prefix"/>; an empty one drops them all.</summary>
    public void RemoveByPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        lock (_gate)
        {
            foreach (var key in _entries.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToArray()) Drop(key);
        }
    }

    /// <summary>Drops every entry.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _byUse.Clear();
        }
    }

    private LruCacheEntry? Touch(string key)
    {
        if (!_entries.TryGetValue(key, out var node)) return null;
        if (_timeProvider.GetTimestamp() > node.Value.Deadline)
        {
            Drop(key);
            return null;
        }

        Slide(node.Value);
        _byUse.Remove(node);
        _byUse.AddFirst(node);
        return node.Value;
    }

    private void Drop(string key)
    {
        if (_entries.Remove(key, out var node)) _byUse.Remove(node);
    }

    private void Slide(LruCacheEntry entry)
    {
        if (entry.SlidingExpiration is { } sliding) entry.Deadline = Math.Min(entry.AbsoluteDeadline, DeadlineAfter(sliding));
    }

    private TimeSpan TimeToLive(DistributedCacheEntryOptions options)
    {
        var relative = options.AbsoluteExpirationRelativeToNow;
        var absolute = options.AbsoluteExpiration - _timeProvider.GetUtcNow();
        if (relative is null && absolute is null) return options.SlidingExpiration is null ? _defaultTimeToLive : TimeSpan.MaxValue;
        return new[] { relative ?? TimeSpan.MaxValue, absolute ?? TimeSpan.MaxValue }.Min();
    }

    // Measured on the monotonic clock, so that an adjustment of the wall clock neither kills entries nor keeps them.
    private long DeadlineAfter(TimeSpan timeToLive)
    {
        var ticks = timeToLive.TotalSeconds * _timeProvider.TimestampFrequency;
        var now = _timeProvider.GetTimestamp();
        return ticks >= long.MaxValue - now ? long.MaxValue : now + (long)ticks;
    }
}
