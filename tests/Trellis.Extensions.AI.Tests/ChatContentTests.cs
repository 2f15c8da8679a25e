using System.Text.Json;
using Microsoft.Extensions.AI;
using Trellis.Aerostack;
using Trellis.Testing;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace Trellis.Extensions.AI.Tests;

/// <summary>What a chat sends besides words, and how it ends before its end.</summary>
public sealed class ChatContentTests
{
    private const string Answer = """{"id":"c1","choices":[{"message":{"content":"{\"city\":\"Bonn\"}"},"finish_reason":"stop"}]}""";

    [Fact]
    public async Task A_schema_is_sent_for_the_answer()
    {
        using var transport = new StubTransport(StubAnswer.Json(Answer));
        using var client = Client(transport);
        var schema = JsonDocument.Parse("""{"type":"object","properties":{"city":{"type":"string"}}}""").RootElement;
        var response = await client.AsChatClient().GetResponseAsync(
            "Where?", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(schema, "place", "Where it is") });

        var format = transport.LastRequest.ReadJson().GetProperty("response_format");
        format.GetProperty("type").GetString().ShouldBe("json_schema");
        format.GetProperty("json_schema").GetProperty("name").GetString().ShouldBe("place");
        format.GetProperty("json_schema").GetProperty("description").GetString().ShouldBe("Where it is");
        format.GetProperty("json_schema").GetProperty("schema").GetRawText().ShouldBe(schema.GetRawText());
        response.Text.ShouldBe("""{"city":"Bonn"}""");
    }

    [Fact]
    public async Task Images_are_sent_by_their_bytes_and_by_their_address()
    {
        using var transport = new StubTransport(StubAnswer.Json(Answer));
        using var client = Client(transport);
        await client.AsChatClient().GetResponseAsync(
        [
            new ChatMessage(
                ChatRole.User,
                [
                    new TextContent("What is this?"),
                    new DataContent(new byte[] { 1, 2, 3 }, "image/png"),
                    new UriContent("https://pictures.test/cat.jpg", "image/jpeg"),
                ]),
        ]);

        var parts = transport.LastRequest.ReadJson().GetProperty("messages")[0].GetProperty("content");
        parts.EnumerateArray().Select(static part => part.GetProperty("type").GetString()).ShouldBe(["text", "image_url", "image_url"]);
        parts[1].GetProperty("image_url").GetProperty("url").GetString().ShouldBe("data:image/png;base64,AQID");
        parts[2].GetProperty("image_url").GetProperty("url").GetString().ShouldBe("https://pictures.test/cat.jpg");
    }

    [Fact]
    public async Task An_error_in_the_middle_of_a_stream_ends_it_and_what_came_before_is_there()
    {
        using var transport = new StubTransport(StubAnswer.Text(
            """
            data: {"id":"c","choices":[{"delta":{"content":"Hel"}}]}

            data: {"error":{"message":"overloaded","api_key":"marker-secret"}}


            """,
            "text/event-stream"));
        using var client = Client(transport);
        var words = "";
        var error = await Should.ThrowAsync<AerostackTransportException>(async () =>
        {
            await foreach (var update in client.AsChatClient().GetStreamingResponseAsync("Hi"))
                words += update.Text;
        });

        words.ShouldBe("Hel");
        error.Message.ShouldContain("overloaded");
        error.ToString().ShouldNotContain("marker-secret");
    }

    [Fact]
    public async Task A_piece_that_is_no_json_ends_a_stream()
    {
        using var transport = new StubTransport(StubAnswer.Text("data: {\"choices\":[\n\n", "text/event-stream"));
        using var client = Client(transport);
        await Should.ThrowAsync<AerostackTransportException>(() => client.AsChatClient().GetStreamingResponseAsync("Hi").ToChatResponseAsync());
    }

    [Fact]
    public async Task A_cancelled_chat_is_not_sent()
    {
        using var transport = new StubTransport(StubAnswer.Json(Answer));
        using var client = Client(transport);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => client.AsChatClient().GetResponseAsync("Hi", cancellationToken: cancelled.Token));
        transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_waits_for_its_next_piece_is_given_up_when_it_is_cancelled()
    {
        const string First = "data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n";
        using var transport = new StubTransport(StubAnswer.Text($"{First}data: [DONE]\n\n", "text/event-stream").StallAfter(First.Length));
        using var client = Client(transport);
        using var cancellation = new CancellationTokenSource();
        await using var updates = client.AsChatClient().GetStreamingResponseAsync("Hi", cancellationToken: cancellation.Token).GetAsyncEnumerator();
        (await updates.MoveNextAsync()).ShouldBeTrue();
        updates.Current.Text.ShouldBe("one");
        var next = updates.MoveNextAsync();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => next.AsTask());
    }

    private static AerostackClient Client(StubTransport transport) =>
        new(new AerostackClientOptions { BaseUrl = new Uri("https://aerostack.test/v1"), ApiKey = "key" }, transport.CreateClient());
}
