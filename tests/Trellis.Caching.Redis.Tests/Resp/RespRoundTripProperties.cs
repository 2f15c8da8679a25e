using System.Buffers;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Tests.Resp;

public sealed class RespRoundTripProperties
{
    [Fact]
    public void Any_value_cut_at_any_byte_is_read_back() =>
        Prop.ForAll(RespValues.Any, value =>
        {
            var bytes = RespText.Write(value);
            var expected = RespText.Show(value);
            return Enumerable.Range(0, bytes.Length).All(cut => RespText.Show(RespText.Parse(bytes, cut)) == expected);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_value_that_arrives_byte_by_byte_is_read_back() =>
        Prop.ForAll(RespValues.Any, value =>
        {
            var bytes = RespText.Write(value);
            var cuts = Enumerable.Range(0, bytes.Length).ToArray();
            var awaited = RespText.ParseAsync(bytes, cuts).GetAwaiter().GetResult();
            return RespText.Show(RespText.Parse(bytes, cuts)) == RespText.Show(value) && RespText.Show(awaited) == RespText.Show(value);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_value_that_breaks_off_is_an_end_of_stream() =>
        Prop.ForAll(RespValues.Any, value =>
        {
            var bytes = RespText.Write(value);
            for (var length = 0; length < bytes.Length; length++)
                Should.Throw<EndOfStreamException>(() => RespText.Parse(bytes[..length]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(20));

    [Fact]
    public void Values_that_follow_one_another_are_read_one_by_one() =>
        Prop.ForAll(RespValues.Any, RespValues.Any, (first, second) =>
        {
            var reader = new RespReader(new MemoryStream([.. RespText.Write(first), .. RespText.Write(second)]), RespText.Limits);
            var one = BlockingResult.Take(reader.ReadAsync(null, IoMode.Blocking, RespText.NoLimit));
            var two = BlockingResult.Take(reader.ReadAsync(null, IoMode.Blocking, RespText.NoLimit));
            return RespText.Show(one) == RespText.Show(first) && RespText.Show(two) == RespText.Show(second) && !reader.HasUnreadBytes;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_command_is_written_as_an_array_of_bulk_strings() =>
        Prop.ForAll(Arb.From(Gen.NonEmptyListOf(RespValues.Bytes.Generator)), arguments =>
        {
            var bytes = Written([.. arguments]);
            var expected = RespValue.Aggregate(RespKind.Array, [.. arguments.Select(argument => RespValue.Text(RespKind.BulkString, argument))]);
            return RespText.Show(RespText.Parse(bytes)) == RespText.Show(expected);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(16 * 1024)]
    [InlineData((16 * 1024) - 1)]
    [InlineData((16 * 1024) - 30)]
    [InlineData(40_000)]
    public void Arguments_around_the_size_of_the_buffer_are_written_whole(int length)
    {
        var argument = new byte[length];
        new Random(length).NextBytes(argument);

        var value = RespText.Parse(Written([argument, "end"u8.ToArray()]));

        value.Items[0].Bytes.ToArray().ShouldBe(argument);
        value.Items[1].AsText().ShouldBe("end");
    }

    private static byte[] Written(byte[][] arguments)
    {
        using var stream = new MemoryStream();
        var writer = new RespWriter(stream);
        ReadOnlySequence<byte>[] sequences = [.. arguments.Select(argument => new ReadOnlySequence<byte>(argument))];
        BlockingResult.Take(writer.WriteAsync(sequences, IoMode.Blocking, RespText.NoLimit));
        BlockingResult.Take(writer.FlushAsync(IoMode.Blocking, RespText.NoLimit));
        return stream.ToArray();
    }
}
