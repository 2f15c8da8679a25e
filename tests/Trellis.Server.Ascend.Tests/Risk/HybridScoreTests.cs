using Trellis.Server.Ascend.Risk;

namespace Trellis.Server.Ascend.Tests.Risk;

public sealed class HybridScoreTests
{
    [Theory]
    [InlineData("development read of generic data on s3", 5, 5, 10, 8, 100, 28)]
    [InlineData("production query of generic data", 35, 5, 10, 8, 100, 58)]
    [InlineData("production read of generic data on lambda", 35, 5, 10, 8, 80, 46)]
    [InlineData("staging update of generic data", 18, 5, 21, 8, 100, 52)]
    [InlineData("production write of customer data on rds", 35, 18, 23, 8, 120, 100)]
    [InlineData("production delete of generic data on dynamodb", 35, 5, 25, 8, 115, 93)]
    [InlineData("production execution on personal data", 35, 25, 16, 8, 100, 90)]
    public void The_vectors_of_the_contract_hold(string vector, int environment, int sensitivity, int action, int context, int multiplier, int score) =>
        new HybridScore(environment, sensitivity, action, context, multiplier).Total.ShouldBe(score, vector);

    [Fact]
    public void A_supplied_cvss_score_stands_in_for_the_verb()
    {
        ActionVerbs.FromCvss(9.1).ShouldBe(22);
        new HybridScore(35, 5, ActionVerbs.FromCvss(9.1), 8, 100).Total.ShouldBe(78);
    }

    [Fact]
    public void A_supplied_cvss_score_gives_no_more_than_the_worst_verb() => ActionVerbs.FromCvss(10).ShouldBe(25);

    [Fact]
    public void A_production_write_of_ordinary_data_is_amplified_by_eight() => new HybridScore(35, 5, 23, 8, 100).Amplification.ShouldBe(8);

    [Theory]
    [InlineData(20, 20, 10)]
    [InlineData(20, 19, 6)]
    [InlineData(20, 15, 6)]
    [InlineData(20, 14, 0)]
    [InlineData(19, 20, 8)]
    [InlineData(19, 15, 5)]
    [InlineData(0, 14, 0)]
    public void Amplification_goes_by_sensitivity_and_action(int sensitivity, int action, int bonus) =>
        new HybridScore(35, sensitivity, action, 8, 100).Amplification.ShouldBe(bonus);

    [Fact]
    public void Nothing_is_amplified_outside_production() => new HybridScore(18, 30, 25, 8, 100).Amplification.ShouldBe(0);

    [Fact]
    public void Hundredths_are_cut_off_exactly() => new HybridScore(35, 5, 25, 10, 115).Total.ShouldBe(95);
}
