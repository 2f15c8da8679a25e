using System.ClientModel;
using OpenAI;
using OpenAI.Chat;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class OpenAiClientTests
{
    [Fact]
    public async Task OpenAIs_package_reads_a_plain_answer()
    {
        await using var endpoint = await ChatEndpoint.StartAsync("{}");

        ChatCompletion completion = await Client(endpoint).CompleteChatAsync("Hello there");

        completion.Content.ShouldHaveSingleItem().Text.ShouldBe("You said: Hello there");
        completion.FinishReason.ShouldBe(ChatFinishReason.Stop);
        (completion.Usage.InputTokenCount, completion.Usage.OutputTokenCount, completion.Usage.TotalTokenCount).ShouldBe((3, 4, 7));
        completion.Model.ShouldBe("trellis-echo");
    }

    [Fact]
    public async Task OpenAIs_package_reads_a_streamed_answer()
    {
        await using var endpoint = await ChatEndpoint.StartAsync("{}");
        var updates = new List<StreamingChatCompletionUpdate>();

        await foreach (var update in Client(endpoint).CompleteChatStreamingAsync("Hello there"))
        {
            updates.Add(update);
        }

        string.Concat(updates.SelectMany(static update => update.ContentUpdate).Select(static part => part.Text)).ShouldBe("You said: Hello there");
        updates.ShouldContain(static update => update.FinishReason == ChatFinishReason.Stop);
        updates[^1].Usage.OutputTokenCount.ShouldBe(4);
    }

    [Fact]
    public async Task OpenAIs_package_reads_the_model_list()
    {
        await using var endpoint = await ChatEndpoint.StartAsync("{}");

        var models = await new OpenAIClient(new ApiKeyCredential("k"), Options(endpoint)).GetOpenAIModelClient().GetModelsAsync();

        models.Value.ShouldHaveSingleItem().Id.ShouldBe("trellis-echo");
    }

    [Fact]
    public async Task OpenAIs_package_reads_an_error()
    {
        await using var endpoint = await ChatEndpoint.StartAsync("{}");

        var error = await Should.ThrowAsync<ClientResultException>(() => Client(endpoint, "other").CompleteChatAsync("Hello"));

        error.Status.ShouldBe(404);
        error.Message.ShouldContain("model_not_found");
    }

    private static ChatClient Client(ChatEndpoint endpoint, string model = "trellis-echo") =>
        new(model, new ApiKeyCredential("k"), Options(endpoint));

    private static OpenAIClientOptions Options(ChatEndpoint endpoint) => new() { Endpoint = endpoint.Url };
}
