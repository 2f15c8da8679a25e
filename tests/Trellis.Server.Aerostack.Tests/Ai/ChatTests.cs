using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Ai;

/// <summary><c>/ai/chat</c> for both generations of clients (contract, sections 2.1.1, 2.2.9 and 2.2.10).</summary>
public sealed class ChatTests : ServerTest
{
    private const string Hello = """{"messages": [{"role": "user", "content": "hi"}], "stream": false}""";

    [Fact]
    public async Task An_answer_is_the_union_of_both_generations()
    {
        var answer = (await First.PostAsync("/v1/ai/chat", Hello)).ShouldBe(200);

        answer.ContentType.ShouldBe("application/json");
        var content = answer.Json["choices"]![0]!["message"]!["content"]!.GetValue<string>();
        content.ShouldNotBeEmpty();
        answer.Json["response"]!.GetValue<string>().ShouldBe(content);
        answer.Json["object"]!.GetValue<string>().ShouldBe("chat.completion");
        answer.Json["model"]!.GetValue<string>().ShouldBe("trellis-echo");
        answer.Json["choices"]![0]!["finish_reason"]!.GetValue<string>().ShouldBe("stop");
        foreach (var count in (string[])["prompt_tokens", "completion_tokens", "total_tokens"])
            answer.Json["usage"]![count]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("""{"messages":[{}],"model":"@cf/meta/llama-3-8b-instruct"}""")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":[{"content":"hi"}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":null}]}""")]
    [InlineData("""{"messages":[{"role":"user","content":"hi"}],"stream":false,"stream_options":{"include_usage":false}}""")]
    public async Task What_the_first_generation_leaves_out_is_filled_in(string body) =>
        (await First.PostAsync("/v1/ai/chat", body)).ShouldBe(200).Json.ContainsKey("response").ShouldBeTrue();

    [Theory]
    [InlineData("{}", "messages")]
    [InlineData("""{"messages":"hi"}""", "messages")]
    [InlineData("""{"messages":[7]}""", "messages[0]")]
    [InlineData("""{"messages":[{"role":"robot","content":"hi"}]}""", "messages[0].role")]
    [InlineData("""{"messages":[{"role":"user","content":"hi"}],"temperature":3}""", "temperature")]
    public async Task What_is_wrong_is_named(string body, string field) => (await First.PostAsync("/v1/ai/chat", body)).ShouldBlame(field);

    [Fact]
    public async Task Half_a_surrogate_pair_is_refused() =>
        (await First.PostAsync("/v1/ai/chat", """{"messages":[{"role":"user","content":"\ud800"}]}""")).ShouldBeRefused(400, "VALIDATION_ERROR");

    [Fact]
    public async Task A_stream_is_data_lines_with_usage_in_the_last_and_DONE()
    {
        var reply = (await First.PostAsync(
            "/v1/ai/chat", """{"messages":[{"role":"user","content":"hi"}],"stream":true,"stream_options":{"include_usage":true}}""")).ShouldBe(200);

        reply.ContentType.ShouldBe("text/event-stream");
        var events = reply.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        events.ShouldAllBe(line => line.StartsWith("data: "));
        events[^1].ShouldBe("data: [DONE]");
        var frames = events[..^1].Select(static line => JsonNode.Parse(line[6..])!).ToList();
        var plain = (await First.PostAsync("/v1/ai/chat", Hello)).Json["response"]!.GetValue<string>();
        string.Concat(frames.Where(static frame => frame["choices"]!.AsArray().Count > 0)
            .Select(static frame => frame["choices"]![0]!["delta"]!["content"]?.GetValue<string>())).ShouldBe(plain);
        foreach (var count in (string[])["prompt_tokens", "completion_tokens", "total_tokens"])
            frames[^1]["usage"]![count]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_secret_key_as_bearer_is_taken() =>
        (await Server.SendAsync("POST", "/v1/ai/chat", null, Hello, request => request.Headers.Add("Authorization", $"Bearer {First.Key}"))).ShouldBe(200);

    [Fact]
    public async Task A_public_key_is_refused() => (await (await First.WithPublicKeyAsync()).PostAsync("/v1/ai/chat", Hello)).ShouldBeRefused(403, "FORBIDDEN");
}
