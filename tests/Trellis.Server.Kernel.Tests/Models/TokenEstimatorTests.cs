using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class TokenEstimatorTests
{
    private static readonly ModelDescription Unlimited = new("m", "o", new ModelPrice(1, 1), default);

    [Fact]
    public void A_prompt_is_bounded_by_the_bytes_of_its_request() =>
        TokenEstimator.UpperBound(Chat.Parse(Chat.Plain), Unlimited).PromptTokens.ShouldBe(Chat.Plain.Length);

    [Fact]
    public void An_image_counts_its_own_bound_instead_of_its_bytes()
    {
        var part = $$$"""{"type":"image_url","image_url":{"url":"data:image/png;base64,{{{new string('A', 100_000)}}}"}}""";
        var body = $$"""{"messages":[{"role":"user","content":[{{part}}]}]}""";

        TokenEstimator.UpperBound(Chat.Parse(body), Unlimited).PromptTokens.ShouldBe(body.Length - part.Length + TokenEstimator.ImageBound);
    }

    [Theory]
    [InlineData(null, null, 16_384)]
    [InlineData(100, null, 100)]
    [InlineData(null, 4_096, 4_096)]
    [InlineData(100, 4_096, 100)]
    [InlineData(1_000_000, 4_096, 4_096)]
    public void An_answer_is_bounded_by_the_request_and_the_model(int? asked, int? possible, long expected)
    {
        var limit = asked is null ? "" : $",\"max_tokens\":{asked}";
        var request = Chat.Parse($$"""{"messages":[{"role":"user","content":"x"}]{{limit}}}""");

        TokenEstimator.UpperBound(request, Unlimited with { MaxOutputTokens = possible }).CompletionTokens.ShouldBe(expected);
    }

    [Fact]
    public void Each_choice_counts() =>
        TokenEstimator.UpperBound(Chat.Parse("""{"messages":[{"role":"user","content":"x"}],"max_tokens":10,"n":3}"""), Unlimited)
            .CompletionTokens.ShouldBe(30);

    [Fact]
    public void The_estimate_of_a_prompt_is_a_quarter_of_its_text_and_four_for_each_message()
    {
        var request = Chat.Parse("""{"messages":[{"role":"system","content":"12345678"},{"role":"user","content":[{"type":"text","text":"\u00e9"}]}]}""");

        TokenEstimator.Prompt(request).ShouldBe(3 + 8);
    }

    [Fact]
    public void The_estimate_of_a_prompt_never_exceeds_its_bound() =>
        Prop.ForAll<NonNull<string>[]>(texts =>
        {
            var messages = texts.Select(text => new { role = "user", content = Clean(text.Get) }).Append(new { role = "user", content = "" });
            var request = Chat.Parse(System.Text.Json.JsonSerializer.Serialize(new { messages }));
            return TokenEstimator.Prompt(request) <= TokenEstimator.UpperBound(request, Unlimited).PromptTokens;
        }).QuickCheckThrowOnFailure();

    private static string Clean(string text) => string.Concat(text.Where(static unit => !char.IsSurrogate(unit)));
}
