using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Risk;

namespace Trellis.Server.Ascend.Tests.Risk;

public sealed class RiskProperties
{
    private static readonly int[] Multipliers = [80, 85, 90, 95, 100, 105, 110, 115, 120];

    [Fact]
    public void Whatever_is_asked_scores_between_0_and_100() =>
        Prop.ForAll((NonNull<string> type, NonNull<string> resource, NonNull<string> text) =>
        {
            var action = TestAction.Of(type.Get, resource.Get, "production", JsonSerializer.Serialize(new { command = text.Get, prompt = text.Get }));
            var scores = new[] { action.Assess().Score, action.Assess(RiskProfile.Cvss).Score };
            return scores.All(static score => score is >= 0 and <= 100);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Raising_a_component_never_lowers_the_score() => Prop.ForAll(Scores(), pair =>
    {
        var (score, raised) = pair;
        return raised.Total >= score.Total && score.Total is >= 0 and <= 100;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("object.read", "archive")]
    [InlineData("object.execute", "orders-rds")]
    [InlineData("object.delete", "customer-lambda")]
    public void Saying_more_about_the_data_never_lowers_the_score(string type, string resource)
    {
        var plain = TestAction.Of(type, resource).Assess().Score;
        RiskIndicators[] stricter =
        [
            new() { PiiInvolved = true }, new() { FinancialData = true }, new() { ExternalTransfer = true }, new() { DataSensitivity = "high" },
            new() { PiiInvolved = true, FinancialData = true, ExternalTransfer = true, DataSensitivity = "critical" },
        ];
        stricter.Select(indicators => TestAction.Of(type, resource).With(indicators).Assess().Score).ShouldAllBe(score => score >= plain);
    }

    private static Arbitrary<(HybridScore Score, HybridScore Raised)> Scores()
    {
        var step = Gen.Choose(0, 35);
        var multiplier = Gen.Elements(Multipliers);
        return (from environment in step
                from sensitivity in Gen.Choose(0, 30)
                from action in Gen.Choose(0, 25)
                from context in Gen.Choose(0, 10)
                from percent in multiplier
                from which in Gen.Choose(0, 4)
                from more in Gen.Choose(0, 20)
                let score = new HybridScore(environment, sensitivity, action, context, percent)
                select (score, Raise(score, which, more))).ToArbitrary();
    }

    private static HybridScore Raise(HybridScore score, int which, int more) => which switch
    {
        0 => score with { Environment = score.Environment + more },
        1 => score with { Sensitivity = score.Sensitivity + more },
        2 => score with { Action = score.Action + more },
        3 => score with { Context = score.Context + more },
        _ => score with { MultiplierPercent = score.MultiplierPercent + more },
    };
}
