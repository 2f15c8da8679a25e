namespace Trellis.Cli.Tests.Output;

public sealed class TransferBarTests
{
    [Theory]
    [InlineData(0, 1000, 0, "Up [------------------------] 0 % 0 B of 1000 B")]
    [InlineData(500, 1000, 0, "Up [############------------] 50 % 500 B of 1000 B")]
    [InlineData(1024, 1024, 2, "Up [########################] 100 % 1.0 KiB of 1.0 KiB, 512 B/s")]
    [InlineData(0, 0, 0, "Up [########################] 100 % 0 B of 0 B")]
    public void It_says_how_far_and_how_fast(long transferred, long total, int seconds, string line) =>
        TransferBar.Line("Up", new(transferred, total), TimeSpan.FromSeconds(seconds)).ShouldBe(line);

    [Fact]
    public void Without_a_total_it_says_how_much() =>
        TransferBar.Line("Up", new(3 * 1024 * 1024, null), TimeSpan.FromSeconds(3)).ShouldBe("Up 3.0 MiB, 1.0 MiB/s");

    [Theory]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1.0 KiB")]
    [InlineData(1_048_575, "1.0 MiB")]
    [InlineData(2_147_483_648, "2.0 GiB")]
    [InlineData(long.MaxValue, "8388608.0 TiB")]
    public void Sizes_have_the_unit_that_people_expect(long bytes, string text) => ByteSize.ForPeople(bytes).ShouldBe(text);
}
