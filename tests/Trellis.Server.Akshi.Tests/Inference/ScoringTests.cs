using Trellis.Server.Akshi.Inference.Scoring;

namespace Trellis.Server.Akshi.Tests.Inference;

public sealed class ScoringTests
{
    private static readonly PromptFeatures Hardest = new()
    {
        TokenCount = 1,
        QuestionMark = 1,
        CodeMarker = 1,
        ToolHint = 1,
        PromptLengthBucket = 1,
        ReasoningChainDepth = 1,
        NaturalLanguageRatio = 1,
    };

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"schema_version":1}""")]
    [InlineData("""{"schema_version":2}""")]
    public void The_documented_weights_add_up_to_one(string profile) =>
        ScoringProfile.Parse(profile).Score(Hardest).ShouldBe(1, tolerance: 1e-9);

    [Fact]
    public void Given_weights_replace_the_documented_ones() =>
        ScoringProfile.Parse("""{"schema_version":1,"bias":0.1,"weights":{"token_count":0.2,"question_mark":0,"code_marker":0,"tool_hint":0}}""")
            .Score(Hardest).ShouldBe(0.3, tolerance: 1e-9);

    [Theory]
    [InlineData(5, 1)]
    [InlineData(-5, 0)]
    public void A_weighted_score_stays_between_0_and_1(double bias, double score) =>
        ScoringProfile.Parse($$"""{"bias":{{bias}}}""").Score(Hardest).ShouldBe(score);

    [Fact]
    public void A_logistic_score_without_weights_is_a_half() =>
        ScoringProfile.Parse("""{"schema_version":1,"scoring":"logistic","weights":{"token_count":0,"question_mark":0,"code_marker":0,"tool_hint":0}}""")
            .Score(Hardest).ShouldBe(0.5);

    [Theory]
    [InlineData("{")]
    [InlineData("""{"schema_version":3}""")]
    [InlineData("""{"weights":{"token_count":"much"}}""")]
    [InlineData("""{"scoring":"magic"}""")]
    public void A_wrong_profile_is_refused(string profile) =>
        Should.Throw<FormatException>(() => ScoringProfile.Parse(profile)).Message.ShouldNotBeEmpty();

    [Fact]
    public void A_hard_prompt_scores_above_an_easy_one()
    {
        var easy = ScoringProfile.Default.Score(PromptFeatures.Of("Hello"));
        var hard = ScoringProfile.Default.Score(PromptFeatures.Of(
            $"Explain why this fails, step by step, then compare: ```\nclass A {{\n}}``` Use the search tool? Why? How? {new string('x', 8000)}"));

        hard.ShouldBeGreaterThan(easy + 0.3);
    }

    [Fact]
    public void An_empty_prompt_has_no_features() => ScoringProfile.Default.Score(PromptFeatures.Of("")).ShouldBe(0);
}
