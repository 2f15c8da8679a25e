using System.Text;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class UsageMeterTests
{
    private readonly UsageMeter _meter = new(Chat.Parse("""{"messages":[{"role":"user","content":"12345678"}]}"""));

    [Fact]
    public void Before_anything_is_seen_the_prompt_alone_is_estimated() =>
        _meter.Usage.ShouldBe(new TokenUsage(6, 0, IsEstimated: true));

    [Fact]
    public void A_report_beside_no_choices_is_nothing_but_a_report()
    {
        Observe("""{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":1}}}""").ShouldBeTrue();

        _meter.Usage.ShouldBe(new TokenUsage(3, 4));
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":{}}],"usage":{"prompt_tokens":3,"completion_tokens":4}}""")]
    [InlineData("""{"usage":{"prompt_tokens":3,"completion_tokens":4}}""")]
    public void A_report_beside_anything_else_is_counted_and_no_mere_report(string json)
    {
        Observe(json).ShouldBeFalse();

        _meter.Usage.ShouldBe(new TokenUsage(3, 4));
    }

    [Theory]
    [InlineData("""{"choices":[],"usage":null}""")]
    [InlineData("""{"choices":[],"prompt_filter_results":[{"x":[1,{"y":2}]}]}""")]
    [InlineData("""{"choices":[],"usage":{"prompt_tokens":-1,"completion_tokens":4}}""")]
    [InlineData("""{"choices":[],"usage":{"prompt_tokens":"3","completion_tokens":4}}""")]
    [InlineData("""{"choices":[],"usage":{"prompt_tokens":3}}""")]
    [InlineData("""{"choices":{},"usage":[]}""")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("[DONE]")]
    [InlineData("{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}")]
    public void What_reports_nothing_valid_counts_nothing(string json)
    {
        Observe(json).ShouldBeFalse();

        _meter.Usage.ShouldBe(new TokenUsage(6, 0, IsEstimated: true));
    }

    [Fact]
    public void The_last_report_holds()
    {
        Observe("""{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":4}}""");
        Observe("""{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":9}}""");

        _meter.Usage.CompletionTokens.ShouldBe(9);
    }

    [Fact]
    public void Short_events_are_estimated_as_a_token_each()
    {
        Observe("""{"choices":[{"delta":{"role":"assistant","content":""}}]}""");
        Observe("""{"choices":[{"delta":{"content":"a"}}]}""");
        Observe("""{"choices":[{"delta":{"content":"b"}}]}""");

        _meter.Usage.CompletionTokens.ShouldBe(2);
    }

    [Fact]
    public void Long_events_are_estimated_by_their_bytes()
    {
        Observe("""{"choices":[{"delta":{"content":"12345678\n\u00e9\ud83d\ude00"}}]}""");

        _meter.Usage.CompletionTokens.ShouldBe(4);
    }

    [Fact]
    public void Reasoning_refusals_and_tool_arguments_count_and_labels_do_not()
    {
        Observe(
            """{"choices":[{"delta":{"role":"assistant","reasoning_content":"12345678","refusal":"1234","tool_calls":[{"index":0,"id":"call_123456","type":"function","function":{"name":"abcd","arguments":"{}ab"}}]}}]}""");

        _meter.Usage.CompletionTokens.ShouldBe(5);
    }

    private bool Observe(string json) => _meter.Observe(Encoding.UTF8.GetBytes(json));
}
