using System.Text.Json;
using Trellis.Server.Kernel.Models;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class EchoModelTests : IAsyncDisposable
{
    private readonly TestCatalog _catalog = TestCatalog.Of("{}", new ManualTimeProvider());

    [Fact]
    public async Task A_plain_answer_is_as_it_always_was()
    {
        var answer = await AnswerAsync("""{"model":"trellis-echo","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hello, Trellis!"}]}""");

        Chat.Text(answer.Json).ShouldBe(
            """
            {"id":"chatcmpl-8088111be14c9537a31b56e1","object":"chat.completion","created":1767225600,"model":"trellis-echo","system_fingerprint":"fp_trellis_simulator","choices":[{"index":0,"message":{"role":"assistant","content":"You said: Hello, Trellis!","refusal":null},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":6,"completion_tokens":4,"total_tokens":10}}
            """);
        answer.Usage.ShouldBe(new TokenUsage(6, 4));
    }

    [Fact]
    public async Task A_streamed_answer_is_as_it_always_was()
    {
        await using var stream = await StreamAsync(
            """{"model":"trellis-echo","stream":true,"stream_options":{"include_usage":true},"messages":[{"role":"user","content":"Hi"}]}""");

        const string Head =
            """{"id":"chatcmpl-2514d5bb76ec8e338a7c2362","object":"chat.completion.chunk","created":1767225600,"model":"trellis-echo","system_fingerprint":"fp_trellis_simulator","choices":""";
        (await Chat.ReadAllAsync(stream)).ShouldBe(
            string.Concat(
                $$"""data: {{Head}}[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}],"usage":null}""" + "\n\n",
                $$"""data: {{Head}}[{"index":0,"delta":{"content":"You"},"logprobs":null,"finish_reason":null}],"usage":null}""" + "\n\n",
                $$"""data: {{Head}}[{"index":0,"delta":{"content":" said:"},"logprobs":null,"finish_reason":null}],"usage":null}""" + "\n\n",
                $$"""data: {{Head}}[{"index":0,"delta":{"content":" Hi"},"logprobs":null,"finish_reason":null}],"usage":null}""" + "\n\n",
                $$"""data: {{Head}}[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}],"usage":null}""" + "\n\n",
                $$$"""data: {{{Head}}}[],"usage":{"prompt_tokens":2,"completion_tokens":3,"total_tokens":5}}""" + "\n\n"));
        Chat.Text(stream.FinalEvent).ShouldBe("data: [DONE]\n\n");
        stream.Usage.ShouldBe(new TokenUsage(2, 3));
    }

    [Fact]
    public async Task The_same_request_gets_the_same_answer_and_another_one_another_id()
    {
        const string Other = """{"messages":[{"role":"user","content":"Hello there"}]}""";

        var first = await AnswerAsync(Chat.Plain);
        var second = await AnswerAsync(Chat.Plain);
        var other = await AnswerAsync(Other);

        Chat.Text(second.Json).ShouldBe(Chat.Text(first.Json));
        IdOf(other.Json).ShouldNotBe(IdOf(first.Json));
    }

    [Theory]
    [InlineData("""[{"role":"user","content":"one"},{"role":"assistant","content":"two"},{"role":"user","content":"three"},{"role":"tool","content":"x"}]""", "You said: three")]
    [InlineData("""[{"role":"user","content":[{"type":"text","text":"a"},{"type":"image_url","image_url":{"url":"x"}},{"type":"text","text":"b"}]}]""", "You said: a\nb")]
    [InlineData("""[{"role":"system","content":"alone"}]""", "You sent no text.")]
    [InlineData("""[{"role":"user","content":""}]""", "You sent no text.")]
    [InlineData("""[{"role":"user","content":"\u00e9 \ud83d\ude00 \"quoted\""}]""", "You said: é 😀 \"quoted\"")]
    public async Task The_last_user_message_is_repeated(string messages, string expected) =>
        ContentOf(await AnswerAsync($$"""{"messages":{{messages}}}""")).ShouldBe([expected]);

    [Theory]
    [InlineData("\"max_tokens\":3", "You said: Hello", "length", 3)]
    [InlineData("\"max_completion_tokens\":1", "You", "length", 1)]
    [InlineData("\"max_tokens\":4", "You said: Hello there", "stop", 4)]
    [InlineData("\"stop\":\" there\"", "You said: Hello", "stop", 3)]
    [InlineData("\"stop\":[\"x\",\"there\",\"lo\"]", "You said: Hel", "stop", 3)]
    [InlineData("\"stop\":\"You\"", "", "stop", 0)]
    public async Task Limits_and_stops_cut_the_answer(string member, string content, string reason, int tokens)
    {
        var answer = await AnswerAsync($$"""{"messages":[{"role":"user","content":"Hello there"}],{{member}}}""");

        ContentOf(answer).ShouldBe([content]);
        JsonElement.Parse(answer.Json.Span).GetProperty("choices")[0].GetProperty("finish_reason").GetString().ShouldBe(reason);
        answer.Usage.CompletionTokens.ShouldBe(tokens);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"max_tokens\":5000")]
    public async Task An_answer_never_exceeds_what_the_catalog_promises(string member)
    {
        var words = string.Concat(Enumerable.Repeat("word ", 6_000));

        var answer = await AnswerAsync($$"""{"messages":[{"role":"user","content":"{{words}}"}]{{member}}}""");

        answer.Usage.CompletionTokens.ShouldBe(4_096);
        _catalog["trellis-echo"].Description.MaxOutputTokens.ShouldBe(4_096);
    }

    [Fact]
    public async Task Every_choice_is_answered_and_counted()
    {
        var answer = await AnswerAsync("""{"messages":[{"role":"user","content":"Hi"}],"n":3}""");

        ContentOf(answer).ShouldBe(["You said: Hi", "You said: Hi", "You said: Hi"]);
        answer.Usage.CompletionTokens.ShouldBe(9);
    }

    [Fact]
    public async Task A_stream_without_the_wish_for_usage_has_no_word_of_it()
    {
        await using var stream = await StreamAsync("""{"stream":true,"messages":[{"role":"user","content":"Hi"}]}""");

        (await Chat.ReadAllAsync(stream)).ShouldNotContain("usage");
        stream.Usage.ShouldBe(new TokenUsage(2, 3));
    }

    [Fact]
    public async Task A_caller_who_stops_reading_is_billed_the_tokens_he_was_sent()
    {
        await using var stream = await StreamAsync("""{"stream":true,"messages":[{"role":"user","content":"one two three four five"}]}""");
        await using var reader = stream.ReadAsync().GetAsyncEnumerator();

        for (var piece = 0; piece < 3; piece++)
        {
            await reader.MoveNextAsync();
        }

        stream.Usage.ShouldBe(new TokenUsage(6, 2));
        stream.FinalEvent.IsEmpty.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("one two  three\n", 4)]
    [InlineData("abcdefghijklmnopqrstuvwxyz", 3)]
    [InlineData("abcdefghijk😀x", 2)]
    public void Tokens_are_words_and_put_together_the_text(string text, int count)
    {
        var tokens = EchoTokens.Of(text);

        tokens.Count.ShouldBe(count);
        string.Concat(tokens).ShouldBe(text);
        tokens.ShouldAllBe(token => !char.IsHighSurrogate(token.Last()));
    }

    public ValueTask DisposeAsync() => _catalog.DisposeAsync();

    private static string IdOf(ReadOnlyMemory<byte> json) =>
        JsonElement.Parse(json.Span).GetProperty("id").GetString()!["chatcmpl-".Length..];

    private static string[] ContentOf(ChatAnswer answer) =>
    [
        .. JsonElement.Parse(answer.Json.Span).GetProperty("choices").EnumerateArray()
            .Select(static choice => choice.GetProperty("message").GetProperty("content").GetString()!),
    ];

    private async Task<ChatAnswer> AnswerAsync(string request) =>
        (await _catalog["trellis-echo"].CompleteAsync(Chat.Parse(request))).ShouldBeOfType<ChatAnswer>();

    private async Task<ChatStream> StreamAsync(string request) =>
        (await _catalog["trellis-echo"].CompleteAsync(Chat.Parse(request))).ShouldBeAssignableTo<ChatStream>()!;
}
