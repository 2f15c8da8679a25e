using Microsoft.Extensions.AI;
using Trellis.Askii;
using Trellis.EndToEnd.Tests.Aerostack;
using Trellis.EndToEnd.Tests.Servers;
using Trellis.Extensions.AI;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;
using ChatRole = Microsoft.Extensions.AI.ChatRole;

namespace Trellis.EndToEnd.Tests.Chat;

/// <summary>The chats of both platforms under the abstractions of Microsoft.Extensions.AI, client against server and its built-in model.</summary>
public sealed class ChatClientTests(SharedServer server, ProjectServer projects)
{
    private const string Question = "How are you today?";
    private const string Answer = "You said: How are you today?";

    [Fact]
    public async Task Askii_answers_at_once_and_in_pieces_and_counts_the_same()
    {
        using var askii = server.NewClient();
        var key = await askii.Keys.ProvisionAsync(new() { MaxBudget = 1 });
        using var chat = askii.AsChatClient(key.ApiKey.Reveal(), ChatBodies.Model);
        await AnswersAsync(chat);
        (await askii.Keys.ListAsync()).Keys.ShouldHaveSingleItem().Spend.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Aerostack_answers_at_once_and_in_pieces_and_counts_the_same()
    {
        await using var client = (await projects.NewProjectAsync()).Client();
        using var chat = client.AsChatClient(ChatBodies.Model);
        await AnswersAsync(chat);
    }

    [Fact]
    public async Task Functions_and_their_results_go_through_both_platforms()
    {
        using var askii = server.NewClient();
        var key = await askii.Keys.ProvisionAsync(new() { MaxBudget = 1 });
        await using var aerostack = (await projects.NewProjectAsync()).Client();
        IChatClient[] chats = [askii.AsChatClient(key.ApiKey.Reveal(), ChatBodies.Model), aerostack.AsChatClient(ChatBodies.Model)];
        var tool = AIFunctionFactory.Create(static (string city) => city, "weather", "The weather of a city.");
        ChatMessage[] messages =
        [
            new(ChatRole.User, Question),
            new(ChatRole.Assistant, [new FunctionCallContent("call-1", "weather", new Dictionary<string, object?> { ["city"] = "Bonn" })]),
            new(ChatRole.Tool, [new FunctionResultContent("call-1", "rain")]),
        ];
        foreach (var chat in chats)
        {
            var response = await chat.GetResponseAsync(messages, new ChatOptions { Tools = [tool], MaxOutputTokens = 64 });
            response.Text.ShouldBe(Answer);
            var streamed = await chat.GetStreamingResponseAsync(messages, new ChatOptions { Tools = [tool], MaxOutputTokens = 64 }).ToChatResponseAsync();
            streamed.Text.ShouldBe(Answer);
            streamed.Usage!.TotalTokenCount.ShouldBe(response.Usage!.TotalTokenCount);
        }
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_the_exception_of_the_platform()
    {
        using var askii = server.NewClient();
        var key = await askii.Keys.ProvisionAsync(new() { MaxBudget = 1 });
        var error = await Should.ThrowAsync<AskiiException>(() => askii.AsChatClient(key.ApiKey.Reveal(), "no-such-model").GetResponseAsync(Question));
        error.Status.ShouldBe(404);
    }

    private static async Task AnswersAsync(IChatClient chat)
    {
        var options = new ChatOptions { MaxOutputTokens = 64 };
        var whole = await chat.GetResponseAsync(Question, options);
        whole.Text.ShouldBe(Answer);
        whole.FinishReason.ShouldBe(ChatFinishReason.Stop);
        whole.ModelId.ShouldBe(ChatBodies.Model);
        whole.Usage!.OutputTokenCount!.Value.ShouldBeGreaterThan(0);

        var pieces = new List<ChatResponseUpdate>();
        await foreach (var update in chat.GetStreamingResponseAsync(Question, options))
            pieces.Add(update);
        pieces.Count(static update => update.Text.Length > 0).ShouldBeGreaterThan(1);
        var streamed = pieces.ToChatResponse();
        streamed.Text.ShouldBe(Answer);
        streamed.FinishReason.ShouldBe(ChatFinishReason.Stop);
        streamed.Usage!.TotalTokenCount.ShouldBe(whole.Usage.TotalTokenCount);

        (await chat.GetResponseAsync(Question, new ChatOptions { MaxOutputTokens = 1 })).FinishReason.ShouldBe(ChatFinishReason.Length);
    }
}
