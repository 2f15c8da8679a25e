using System.Buffers;
using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Trellis.Caching.Redis.Tests.Servers;

namespace Trellis.Caching.Redis.Tests.Cache;

public sealed class BasicOperationTests(SharedRedisServer shared)
{
    private static readonly DistributedCacheEntryOptions ForEver = new();

    [Theory, BothWays]
    public async Task A_missing_key_is_null(Calling calling)
    {
        using var cache = shared.NewCache();

        (await calling.GetAsync(cache, "nobody")).ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task A_stored_value_comes_back(Calling calling)
    {
        using var cache = shared.NewCache();

        await calling.SetAsync(cache, "k", "value"u8.ToArray());

        (await calling.GetAsync(cache, "k")).ShouldBe("value"u8.ToArray());
    }

    [Theory, BothWays]
    public async Task A_value_of_all_bytes_comes_back(Calling calling)
    {
        using var cache = shared.NewCache();
        byte[] value = [.. Enumerable.Range(0, 256).Select(i => (byte)i), .. "\r\n$5\r\n"u8];

        await calling.SetAsync(cache, "bytes", value);

        (await calling.GetAsync(cache, "bytes")).ShouldBe(value);
    }

    [Theory, BothWays]
    public async Task An_empty_value_is_a_hit(Calling calling)
    {
        using var cache = shared.NewCache();

        await calling.SetAsync(cache, "empty", []);

        (await calling.GetAsync(cache, "empty")).ShouldBe([]);
    }

    [Theory, BothWays]
    public async Task A_value_of_ten_megabytes_comes_back(Calling calling)
    {
        using var cache = shared.NewCache();
        var value = new byte[10 * 1024 * 1024];
        new Random(1).NextBytes(value);

        await calling.SetAsync(cache, "large", value);

        (await calling.GetAsync(cache, "large"))!.AsSpan().SequenceEqual(value).ShouldBeTrue();
    }

    [Theory, BothWays]
    public async Task A_second_set_replaces_the_first(Calling calling)
    {
        using var cache = shared.NewCache();

        await calling.SetAsync(cache, "k", "one"u8.ToArray());
        await calling.SetAsync(cache, "k", "two"u8.ToArray());

        (await calling.GetAsync(cache, "k")).ShouldBe("two"u8.ToArray());
    }

    [Theory, BothWays]
    public async Task A_removed_key_is_gone(Calling calling)
    {
        using var cache = shared.NewCache();
        await calling.SetAsync(cache, "k", "value"u8.ToArray());

        await calling.RemoveAsync(cache, "k");

        (await calling.GetAsync(cache, "k")).ShouldBeNull();
    }

    [Theory, BothWays]
    public async Task Keys_may_hold_any_text(Calling calling)
    {
        using var cache = shared.NewCache();
        const string Key = "a b\r\n\0 é 😀 *?[]";

        await calling.SetAsync(cache, Key, "value"u8.ToArray());

        (await calling.GetAsync(cache, Key)).ShouldBe("value"u8.ToArray());
    }

    [Fact]
    public async Task Refresh_leaves_the_entry_as_it_is()
    {
        using var cache = shared.NewCache();
        cache.Set("k", "value"u8.ToArray(), ForEver);

        cache.Refresh("k");
        await cache.RefreshAsync("k", TestContext.Current.CancellationToken);

        cache.Get("k").ShouldBe("value"u8.ToArray());
    }

    [Fact]
    public void A_sequence_of_several_segments_is_stored_as_one_value()
    {
        using var cache = shared.NewCache();
        var value = Segments(Encoding.UTF8.GetBytes("first,"), new byte[40_000], "last"u8.ToArray());

        cache.Set("k", value, ForEver);

        cache.Get("k").ShouldBe(value.ToArray());
    }

    [Fact]
    public async Task A_value_can_be_read_into_a_buffer()
    {
        using var cache = shared.NewCache();
        await cache.SetAsync("k", new ReadOnlySequence<byte>("value"u8.ToArray()), ForEver, TestContext.Current.CancellationToken);
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write("before "u8);

        (await cache.TryGetAsync("k", buffer, TestContext.Current.CancellationToken)).ShouldBeTrue();
        cache.TryGet("k", buffer).ShouldBeTrue();
        cache.TryGet("nobody", buffer).ShouldBeFalse();

        Encoding.UTF8.GetString(buffer.WrittenSpan).ShouldBe("before valuevalue");
    }

    [Fact]
    public void A_buffer_that_fails_is_no_failure_of_the_server()
    {
        using var cache = shared.NewCache();
        cache.Set("k", "value"u8.ToArray(), ForEver);

        Should.Throw<NotSupportedException>(() => cache.TryGet("k", new FailingBuffer()));

        cache.Get("k").ShouldBe("value"u8.ToArray());
    }

    [Fact]
    public void A_value_beyond_the_limit_is_refused_before_it_is_sent()
    {
        using var cache = shared.NewCache(options => options.MaxValueBytes = 1024 * 1024);

        Should.Throw<ArgumentException>(() => cache.Set("k", new byte[(1024 * 1024) + 1], ForEver)).Message.ShouldContain("MaxValueBytes");
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_key()
    {
        using var cache = shared.NewCache();

        Should.Throw<ArgumentException>(() => cache.Get("\ud83d"));
    }

    [Fact]
    public void A_disposed_cache_says_so()
    {
        var cache = shared.NewCache();
        cache.Get("k");
        cache.Dispose();

        Should.Throw<ObjectDisposedException>(() => cache.Get("k"));
    }

    private static ReadOnlySequence<byte> Segments(params byte[][] parts)
    {
        var first = new Segment(parts[0], 0);
        var last = first;
        foreach (var part in parts.Skip(1))
            last = last.Append(part);

        return new(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(byte[] bytes, long start)
        {
            Memory = bytes;
            RunningIndex = start;
        }

        public Segment Append(byte[] bytes)
        {
            var next = new Segment(bytes, RunningIndex + Memory.Length);
            Next = next;
            return next;
        }
    }

    private sealed class FailingBuffer : IBufferWriter<byte>
    {
        public void Advance(int count) => throw new NotSupportedException();

        public Memory<byte> GetMemory(int sizeHint = 0) => throw new NotSupportedException();

        public Span<byte> GetSpan(int sizeHint = 0) => throw new NotSupportedException();
    }
}
