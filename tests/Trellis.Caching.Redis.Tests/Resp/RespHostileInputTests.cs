using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Tests.Resp;

public sealed class RespHostileInputTests
{
    private const long AMegabyte = 1024 * 1024;

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\n", "unknown type 0x48")]
    [InlineData("\r\n", "empty line")]
    [InlineData("\n", "CR LF")]
    [InlineData("+OK\n", "CR LF")]
    [InlineData(":\r\n", "not a number")]
    [InlineData(":12a\r\n", "not a number")]
    [InlineData(":9223372036854775808\r\n", "not a number")]
    [InlineData("$ 3\r\nabc\r\n", "not a number")]
    [InlineData("$?\r\n", "not a number")]
    [InlineData("$-2\r\n", "negative length -2")]
    [InlineData("*-7\r\n", "negative length -7")]
    [InlineData("%-1\r\n", "map of -1")]
    [InlineData("$3\r\nabcd\r\n", "longer than its length")]
    [InlineData("$65537\r\n", "65537 bytes")]
    [InlineData("$9223372036854775807\r\n", "9223372036854775807 bytes")]
    [InlineData("*65537\r\n", "65537 values")]
    [InlineData("*9223372036854775807\r\n", "9223372036854775807 values")]
    [InlineData("%9223372036854775807\r\n", "map of 9223372036854775807")]
    [InlineData("#maybe\r\n", "boolean")]
    [InlineData("_x\r\n", "unknown type 0x5F")]
    public void Input_that_is_not_RESP_or_too_large_is_refused_with_the_reason(string text, string reason)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        Should.Throw<RespProtocolException>(() => RespText.Parse(text)).Message.ShouldContain(reason);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(AMegabyte);
    }

    [Fact]
    public void Strings_that_are_small_alone_and_too_large_together_are_refused() =>
        Should.Throw<RespProtocolException>(() => RespText.Parse($"*2\r\n$40000\r\n{new string('a', 40_000)}\r\n$40000\r\n"));

    [Fact]
    public void Arrays_that_are_small_alone_and_too_large_together_are_refused() =>
        Should.Throw<RespProtocolException>(() => RespText.Parse("*40000\r\n*40000\r\n")).Message.ShouldContain("40000 values");

    [Fact]
    public void Nesting_without_end_is_refused() =>
        Should.Throw<RespProtocolException>(() => RespText.Parse(string.Concat(Enumerable.Repeat("*1\r\n", 100_000))))
            .Message.ShouldContain("16 levels");

    [Fact]
    public void Attributes_without_end_are_refused() =>
        Should.Throw<RespProtocolException>(() => RespText.Parse(string.Concat(Enumerable.Repeat("|0\r\n", 100_000))));

    [Fact]
    public void Pushed_messages_without_end_are_refused() =>
        Should.Throw<RespProtocolException>(() => RespText.Parse(string.Concat(Enumerable.Repeat(">0\r\n", 100_000))));

    [Fact]
    public void A_line_without_end_is_refused() =>
        Should.Throw<RespProtocolException>(() => RespText.Parse("+" + new string('a', 100_000))).Message.ShouldContain("line of more than");

    [Fact]
    public void The_longest_line_is_accepted() =>
        RespText.Parse($"+{new string('a', RespLimits.MaxLine - 1)}\r\n").Bytes.Length.ShouldBe(RespLimits.MaxLine - 1);

    [Fact]
    public void Junk_is_read_refused_or_incomplete_and_nothing_else() =>
        Prop.ForAll(Arb.From(Junk()), bytes =>
        {
            try
            {
                RespText.Parse(bytes);
            }
            catch (Exception error) when (error is RespProtocolException or EndOfStreamException)
            {
                return true;
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static Gen<byte[]> Junk() =>
        Gen.ArrayOf(Gen.OneOf(
            Gen.Elements(Encoding.UTF8.GetBytes("+-:$*%~>|#_,(=!\r\n\r\n\r\n0123456789-t")),
            Gen.Choose(0, 255).Select(value => (byte)value)));
}
