using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class ModelPriceTests
{
    [Theory]
    [InlineData("2.5", "10", 1_000_000, 1_000_000, 12_500_000_000)]
    [InlineData("2.5", "10", 1, 0, 2_500)]
    [InlineData("0.075", "0.3", 3, 7, 2_325)]
    [InlineData("0", "0", 1_000, 1_000, 0)]
    public void A_cost_is_tokens_times_price_in_nano_dollars(string input, string output, long prompt, long completion, long expected) =>
        Price(input, output).Cost(new TokenUsage(prompt, completion)).ShouldBe(expected);

    [Fact]
    public void A_fraction_of_a_nano_dollar_is_rounded_up() =>
        Price("0.0001", "0").Cost(new TokenUsage(1, 0)).ShouldBe(1);

    [Fact]
    public void Input_and_output_are_rounded_together() =>
        Price("0.0005", "0.0005").Cost(new TokenUsage(1, 1)).ShouldBe(1);

    [Fact]
    public void A_cost_beyond_the_type_is_its_largest_value() =>
        Price("1000000", "1000000").Cost(new TokenUsage(long.MaxValue, long.MaxValue)).ShouldBe(long.MaxValue);

    [Fact]
    public void Negative_tokens_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Price("1", "1").Cost(new TokenUsage(-1, 0)));

    [Theory]
    [InlineData("-1")]
    [InlineData("1000000.1")]
    [InlineData("0.0000000001")]
    public void A_price_outside_its_limits_is_refused(string price) =>
        Should.Throw<ArgumentOutOfRangeException>(() => Price(price, "0"));

    [Fact]
    public void A_price_reads_back_as_it_was_given() =>
        (Price("0.075", "10").InputPerMillion, Price("0.075", "10").OutputPerMillion).ShouldBe((0.075m, 10m));

    private static ModelPrice Price(string input, string output) => new(decimal.Parse(input), decimal.Parse(output));
}
