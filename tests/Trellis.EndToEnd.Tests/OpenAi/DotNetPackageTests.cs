using System.ClientModel;
using OpenAI;
using OpenAI.Chat;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.OpenAi;

/// <summary>The unmodified <c>OpenAI</c> NuGet package with a provisioned key.</summary>
public sealed class DotNetPackageTests(SharedServer server)
{
    private const string Question = "How are you?";
    private const string Answer = "You said: How are you?";

    [Fact]
    public async Task It_completes_a_chat()
    {
        using var askii = server.NewClient();
        var chat = NewChat((await askii.Keys.ProvisionAsync()).ApiKey);

        var completion = (await chat.CompleteChatAsync(Question)).Value;
        completion.Content.ShouldHaveSingleItem().Text.ShouldBe(Answer);
        completion.FinishReason.ShouldBe(ChatFinishReason.Stop);
        completion.Usage.TotalTokenCount.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task It_streams_a_chat()
    {
        using var askii = server.NewClient();
        var chat = NewChat((await askii.Keys.ProvisionAsync()).ApiKey);

        var updates = await chat.CompleteChatStreamingAsync(Question).ToListAsync();
        string.Concat(updates.SelectMany(static update => update.ContentUpdate).Select(static part => part.Text)).ShouldBe(Answer);
        updates.ShouldContain(static update => update.FinishReason == ChatFinishReason.Stop);
        updates.ShouldContain(static update => update.Usage != null);
    }

    [Fact]
    public async Task It_is_told_that_a_key_is_revoked()
    {
        using var askii = server.NewClient();
        var key = await askii.Keys.ProvisionAsync();
        await askii.Keys.RevokeAsync(key.ApiKey.Reveal());

        var refusal = await Should.ThrowAsync<ClientResultException>(() => NewChat(key.ApiKey).CompleteChatAsync(Question));
        refusal.Status.ShouldBe(401);
    }

    private ChatClient NewChat(Secret key) =>
        new("trellis-echo", new ApiKeyCredential(key.Reveal()), new OpenAIClientOptions { Endpoint = new Uri(server.Url, "/v1") });
}
