using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Trellis.Aerostack;
using Trellis.Askii;
using Trellis.Testing;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace Trellis.Extensions.AI.Tests;

public sealed class ChatTests
{
    private const string Answer =
        """
        {"id":"c1","model":"m","created":1768473000,"choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],
         "usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}
        """;

    private const string Calls =
        """
        {"id":"c2","choices":[{"message":{"content":null,"tool_calls":[{"id":"t1","type":"function","function":{"name":"refund","arguments":"{\"amount\":5}"}}]},
         "finish_reason":"tool_calls"}]}
        """;

    [Fact]
    public async Task A_chat_is_sent_with_the_key_and_all_that_its_options_say()
    {
        using var transport = new StubTransport(StubAnswer.Json(Answer));
        using var client = Askii(transport);
        var response = await client.AsChatClient("sk-provisioned", "m").GetResponseAsync(
            [new(ChatRole.User, "Hi")],
            new()
            {
                Instructions = "Be brief.", Temperature = 0.2f, MaxOutputTokens = 9, Seed = 4, StopSequences = ["."], Tools = [new CountedFunction()],
                ToolMode = ChatToolMode.RequireAny, ResponseFormat = ChatResponseFormat.Json, AdditionalProperties = new() { ["user"] = "u" },
            });
        transport.LastRequest.Path.ShouldBe("/v1/chat/completions");
        transport.LastRequest.Headers["Authorization"].ShouldBe("Bearer sk-provisioned");
        Same(transport, """
            {"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"}],"model":"m","temperature":0.2,"max_tokens":9,"seed":4,
             "stop":["."],"response_format":{"type":"json_object"},"user":"u","tool_choice":"required",
             "tools":[{"type":"function","function":{"name":"refund","description":"","parameters":{}}}]}
            """);
        response.Text.ShouldBe("Hello");
        response.FinishReason.ShouldBe(ChatFinishReason.Stop);
        response.Usage!.TotalTokenCount.ShouldBe(5);
    }

    [Fact]
    public async Task Calls_of_functions_and_their_results_go_both_ways()
    {
        using var transport = new StubTransport(StubAnswer.Json(Calls), StubAnswer.Json(Answer));
        using var client = Aerostack(transport);
        var chat = client.AsChatClient();
        var asked = await chat.GetResponseAsync("Refund");
        var call = asked.Messages[0].Contents.OfType<FunctionCallContent>().Single();
        (call.Name, call.Arguments!["amount"]!.ToString()).ShouldBe(("refund", "5"));
        await chat.GetResponseAsync([asked.Messages[0], new(ChatRole.Tool, [new FunctionResultContent(call.CallId, "done")])]);
        Same(transport, """
            {"messages":[{"role":"assistant","content":null,"tool_calls":[{"id":"t1","type":"function","function":{"name":"refund","arguments":"{\"amount\":5}"}}]},
             {"role":"tool","tool_call_id":"t1","content":"done"}]}
            """);
    }

    [Fact]
    public async Task A_stream_gives_its_words_and_its_calls_put_together()
    {
        using var transport = new StubTransport(Stream(
            """
            data: {"id":"c","choices":[{"delta":{"content":"Hel"}}]}

            data: {"id":"c","choices":[{"delta":{"content":"lo","tool_calls":[{"index":0,"id":"t1","function":{"name":"refund","arguments":"{\"amo"}}]}}]}

            data: {"id":"c","choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"unt\":5}"}}]},"finish_reason":"tool_calls"}]}

            data: {"id":"c","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}}

            data: [DONE]


            """));
        using var client = Aerostack(transport);
        var response = await client.AsChatClient().GetStreamingResponseAsync("Hi").ToChatResponseAsync();
        response.Text.ShouldBe("Hello");
        response.FinishReason.ShouldBe(ChatFinishReason.ToolCalls);
        response.Usage!.TotalTokenCount.ShouldBe(3);
        response.Messages[0].Contents.OfType<FunctionCallContent>().Single().Arguments!["amount"]!.ToString().ShouldBe("5");
        transport.LastRequest.ReadJson().GetProperty("stream").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_stream_that_is_cut_is_an_error_of_its_platform()
    {
        const string Cut = "data: {\"choices\":[{\"delta\":{\"content\":\"Hel\"}}]}\n\n";
        using var transport = new StubTransport(Stream(Cut), Stream(Cut));
        using var askii = Askii(transport);
        using var aerostack = Aerostack(transport);
        await Should.ThrowAsync<AskiiTransportException>(() => askii.AsChatClient("sk-k").GetStreamingResponseAsync("Hi").ToChatResponseAsync());
        await Should.ThrowAsync<AerostackTransportException>(() => aerostack.AsChatClient().GetStreamingResponseAsync("Hi").ToChatResponseAsync());
    }

    [Fact]
    public async Task A_refusal_is_the_exception_of_the_platform()
    {
        using var transport = new StubTransport(StubAnswer.Json(401, """{"error":{"message":"no","code":"invalid_api_key"}}"""));
        using var client = Askii(transport);
        await Should.ThrowAsync<AskiiAuthException>(() => client.AsChatClient("sk-k").GetResponseAsync("Hi"));
    }

    [Fact]
    public void A_chat_client_tells_whose_it_is()
    {
        using var transport = new StubTransport();
        using var client = Aerostack(transport);
        var chat = client.AsChatClient("m");
        chat.GetService<ChatClientMetadata>()!.ProviderName.ShouldBe("aerostack");
        chat.GetService<ChatClientMetadata>()!.DefaultModelId.ShouldBe("m");
        chat.GetService<AerostackClient>().ShouldBeSameAs(client);
    }

    private static StubAnswer Stream(string events) => StubAnswer.Text(events, "text/event-stream");

    private static AskiiClient Askii(StubTransport transport) =>
        new(new AskiiClientOptions { BaseUrl = new Uri("https://askii.test"), Token = "token" }, transport.CreateClient());

    private static AerostackClient Aerostack(StubTransport transport) =>
        new(new AerostackClientOptions { BaseUrl = new Uri("https://aerostack.test/v1"), ApiKey = "key" }, transport.CreateClient());

    private static void Same(StubTransport transport, string expected)
    {
        var sent = transport.LastRequest.ReadJson().GetRawText();
        JsonNode.DeepEquals(JsonNode.Parse(sent), JsonNode.Parse(expected)).ShouldBeTrue(sent);
    }
}
