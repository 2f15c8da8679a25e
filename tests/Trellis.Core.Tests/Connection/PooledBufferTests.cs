using System.Buffers;
using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Tests.Connection;

public sealed class PooledBufferTests
{
    [Fact]
    public void A_buffer_holds_what_was_written_in_order() =>
        Prop.ForAll(Gen.Choose(0, 3000).Select(size => Enumerable.Range(size, size).Select(value => (byte)value).ToArray()).ListOf().ToArbitrary(), parts =>
        {
            using var buffer = new PooledBuffer();
            foreach (var part in parts)
            {
                buffer.Write(part);
            }

            var expected = parts.SelectMany(part => part).ToArray();
            return buffer.Length == expected.Length && buffer.Span.SequenceEqual(expected) && buffer.Memory.Span.SequenceEqual(expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Trimming_drops_the_end() =>
        Prop.ForAll(Gen.Choose(0, 5000).Zip(Gen.Choose(0, 5000)).ToArbitrary(), sizes =>
        {
            var (size, count) = (Math.Max(sizes.Item1, sizes.Item2), Math.Min(sizes.Item1, sizes.Item2));
            var bytes = Enumerable.Range(0, size).Select(value => (byte)value).ToArray();
            using var buffer = new PooledBuffer();
            buffer.Write(bytes);
            buffer.TrimEnd(count);
            return buffer.Span.SequenceEqual(bytes.AsSpan(0, size - count));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100_000)]
    public void There_is_always_the_room_that_was_asked_for(int size)
    {
        using var buffer = new PooledBuffer();
        buffer.Write(new byte[1000]);
        buffer.GetSpan(size).Length.ShouldBeGreaterThanOrEqualTo(Math.Max(size, 1));
        buffer.GetMemory(size).Length.ShouldBeGreaterThanOrEqualTo(Math.Max(size, 1));
    }

    [Fact]
    public void Nobody_gets_past_the_room_there_is()
    {
        using var buffer = new PooledBuffer();
        var room = buffer.GetSpan().Length;
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.Advance(room + 1));
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.Advance(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => buffer.TrimEnd(1));
    }

    [Fact]
    public void What_was_written_does_not_stay_in_the_pool()
    {
        var buffer = new PooledBuffer();
        buffer.Write("a secret"u8);
        var memory = buffer.Memory;
        buffer.Dispose();
        memory.ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Nor_does_it_when_the_buffer_has_grown()
    {
        using var buffer = new PooledBuffer();
        buffer.Write("a secret"u8);
        var memory = buffer.Memory;
        buffer.Write(new byte[100_000]);
        memory.ToArray().ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Disposing_twice_gives_the_memory_back_once()
    {
        var buffer = new PooledBuffer();
        buffer.Dispose();
        buffer.Dispose();
        using var first = new PooledBuffer();
        using var second = new PooledBuffer();
        first.Write("1"u8);
        second.Write("2"u8);
        first.Span[0].ShouldBe((byte)'1');
    }
}
