using System.Text.Json;
using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Wire;

public sealed class ChatTests
{
    [Fact]
    public async Task The_pages_own_example_goes_out_with_an_empty_message()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"response":"hi"}"""));
        var answer = await aerostack.Client.Ai.ChatAsync(new([new()], "@cf/meta/llama-3-8b-instruct"));
        aerostack.LastBody.ShouldBe("""{"messages":[{}],"model":"@cf/meta/llama-3-8b-instruct"}""");
        answer.Text.ShouldBe("hi");
    }

    [Fact]
    public async Task No_messages_at_all_are_valid()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        (await aerostack.Client.Ai.ChatAsync(new([]))).Text.ShouldBe("");
        aerostack.LastBody.ShouldBe("""{"messages":[]}""");
    }

    [Fact]
    public async Task A_role_that_the_api_does_not_have_is_refused_and_nothing_is_sent()
    {
        using var aerostack = new AerostackFixture();
        var error = await Should.ThrowAsync<AerostackValidationException>(
            async () => await aerostack.Client.Ai.ChatAsync(new([ChatMessage.FromUser("a"), new(new ChatRole("tool"), "b")])));
        error.Field.ShouldBe("messages.1.role");
        aerostack.Transport.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("temperature", 2.1, null, null)]
    [InlineData("max_tokens", null, 0, null)]
    [InlineData("top_p", null, null, -0.1)]
    public void A_number_out_of_its_range_is_refused(string field, double? temperature, int? maxTokens, double? topP)
    {
        using var aerostack = new AerostackFixture();
        var request = new ChatCompletionRequest([]) { Temperature = temperature, MaxTokens = maxTokens, TopP = topP };
        Should.Throw<AerostackValidationException>(() => aerostack.Client.Ai.Complete(request)).Field.ShouldBe(field);
    }

    [Fact]
    public async Task An_answer_that_is_the_union_of_both_versions_is_read_by_both()
    {
        const string union = """{"response":"hi","id":"c1","object":"chat.completion","created":1767225600,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""";
        using var aerostack = new AerostackFixture(Golden.Ok(union), Golden.Ok(union));
        (await aerostack.Client.Ai.ChatAsync(new([]))).Response.ShouldBe("hi");
        var later = await aerostack.Client.Ai.CompleteAsync(new([]));
        later.Text.ShouldBe("hi");
        later.Choices!.Single().FinishReason.ShouldBe("stop");
        later.Choices!.Single().Message!.Role.ShouldBe(ChatRole.Assistant);
        later.Usage!.TotalTokens.ShouldBe(2);
    }

    [Fact]
    public async Task All_that_a_completion_can_be_told_goes_out_under_its_wire_name()
    {
        using var aerostack = new AerostackFixture(Golden.Ok());
        await aerostack.Client.Ai.CompleteAsync(new([ChatMessage.FromSystem("s")]) { Model = "m", Temperature = 0.5, MaxTokens = 10, TopP = 1 });
        var sent = aerostack.Transport.LastRequest.ReadJson();
        sent.GetProperty("model").GetString().ShouldBe("m");
        sent.GetProperty("temperature").GetDouble().ShouldBe(0.5);
        sent.GetProperty("max_tokens").GetInt32().ShouldBe(10);
        sent.GetProperty("top_p").GetInt32().ShouldBe(1);
        sent.GetProperty("stream").GetBoolean().ShouldBeFalse();
        sent.TryGetProperty("stream_options", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_stream_gives_its_pieces_in_order_and_ends_at_its_mark()
    {
        using var aerostack = new AerostackFixture(Events(
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Hello\"}}]}\r\n\r\n: comment\n\nevent: x\ndata: {not json}\n\n"
            + "data: {\"choices\":[{\"delta\":{\"content\":\" world\"},\"finish_reason\":\"stop\"}]}\n\n"
            + "data: {\"choices\":[],\"usage\":{\"total_tokens\":9}}\n\ndata: [DONE]\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"never\"}}]}\n\n"));
        var chunks = new List<ChatCompletionChunk>();
        await foreach (var chunk in aerostack.Client.Ai.StreamAsync(new([ChatMessage.FromUser("hi")])))
        {
            chunks.Add(chunk);
        }

        chunks.Select(chunk => chunk.Text).ShouldBe(["Hello", " world", ""]);
        chunks[^1].Usage!.TotalTokens.ShouldBe(9);
        aerostack.LastBody.ShouldBe("""{"messages":[{"role":"user","content":"hi"}],"stream":true,"stream_options":{"include_usage":true}}""");
        aerostack.Transport.LastRequest.Header("Accept").ShouldBe("text/event-stream, application/json");
    }

    [Fact]
    public async Task Nothing_is_sent_before_the_first_piece_is_asked_for()
    {
        using var aerostack = new AerostackFixture(Events("data: [DONE]\n\n"));
        var stream = aerostack.Client.Ai.StreamAsync(new([]) { IncludeUsage = false });
        aerostack.Transport.Requests.ShouldBeEmpty();
        await foreach (var _ in stream)
        {
        }

        aerostack.LastBody.ShouldBe("""{"messages":[],"stream":true}""");
    }

    [Fact]
    public async Task A_stream_without_an_end_mark_ends_with_its_body()
    {
        using var aerostack = new AerostackFixture(Events("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}"));
        (await ReadAsync(aerostack)).ShouldBe("a");
    }

    [Fact]
    public async Task A_stream_that_breaks_off_fails_after_what_had_arrived()
    {
        const string body = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"cho";
        using var aerostack = new AerostackFixture(Events(body + "ices\":[]}\n\n").CutAfter(body.Length));
        var text = "";
        await Should.ThrowAsync<AerostackTransportException>(async () =>
        {
            await foreach (var chunk in aerostack.Client.Ai.StreamAsync(new([])))
            {
                text += chunk.Text;
            }
        });
        text.ShouldBe("a");
    }

    [Fact]
    public async Task A_stream_that_falls_silent_fails_by_the_clock_that_watches_it()
    {
        const string body = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
        using var aerostack = new AerostackFixture(options => options.StreamIdleTimeout = TimeSpan.FromSeconds(9), Events(body + body).StallAfter(body.Length));
        await using var chunks = aerostack.Client.Ai.StreamAsync(new([])).GetAsyncEnumerator();
        (await chunks.MoveNextAsync()).ShouldBeTrue();
        var next = chunks.MoveNextAsync().AsTask();
        aerostack.Clock.Advance(TimeSpan.FromSeconds(9));
        var error = await Should.ThrowAsync<AerostackTimeoutException>(() => next);
        error.Kind.ShouldBe(TimeoutKind.StreamIdle);
        error.Limit.ShouldBe(TimeSpan.FromSeconds(9));
    }

    [Fact]
    public async Task A_stream_is_given_up_by_the_callers_token()
    {
        const string body = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
        using var aerostack = new AerostackFixture(Events(body + body).StallAfter(body.Length));
        using var cancel = new CancellationTokenSource();
        await using var chunks = aerostack.Client.Ai.StreamAsync(new([]), cancellationToken: cancel.Token).GetAsyncEnumerator(CancellationToken.None);
        await chunks.MoveNextAsync();
        var next = chunks.MoveNextAsync().AsTask();
        await cancel.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(() => next)).CancellationToken.ShouldBe(cancel.Token);
    }

    [Fact]
    public async Task An_error_before_the_stream_is_an_error_as_any_other_and_is_repeated_as_such()
    {
        using var aerostack = new AerostackFixture(
            options => options.Retries = new(new(1, 50, 1.1, 100)), Golden.Error(503), Events("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]\n\n"), Golden.Error(400));
        (await ReadAsync(aerostack)).ShouldBe("a");
        await Should.ThrowAsync<AerostackApiException>(() => ReadAsync(aerostack));
    }

    [Fact]
    public async Task An_answer_that_is_no_stream_is_unexpected()
    {
        using var aerostack = new AerostackFixture(Golden.Ok("""{"choices":[]}"""));
        await Should.ThrowAsync<AerostackApiException>(() => ReadAsync(aerostack));
    }

    private static async Task<string> ReadAsync(AerostackFixture aerostack)
    {
        var text = "";
        await foreach (var chunk in aerostack.Client.Ai.StreamAsync(new([])))
        {
            text += chunk.Text;
        }

        return text;
    }

    private static StubAnswer Events(string body) => StubAnswer.Text(body, "text/event-stream");
}
