using System.Text.Json.Nodes;
using Trellis.Aerostack;

namespace Trellis.EndToEnd.Tests.Aerostack;

public sealed class GatewayTests(ProjectServer server)
{
    private const string Answer = "You said: How are you?";

    private static readonly ChatCompletionRequest Question = new([ChatMessage.FromUser("How are you?")]);

    [Theory]
    [InlineData(GatewayRoute.Api)]
    [InlineData(GatewayRoute.Platform)]
    public async Task A_consumer_chats_plain_and_streamed_under_both_paths(GatewayRoute route)
    {
        var project = await server.NewProjectAsync();
        await using var owner = project.Client();
        var consumer = await GatewayConsumer.MakeAsync(owner);
        await using var client = project.Client(options => (options.ConsumerKey, options.GatewayRoute) = (consumer.Key, route));

        var plain = await client.Gateway.ChatAsync(GatewayConsumer.Slug, Question);
        plain.Text.ShouldBe(Answer);

        var chunks = await client.Gateway.StreamAsync(GatewayConsumer.Slug, Question).ToListAsync();
        string.Concat(chunks.Select(static chunk => chunk.Text)).ShouldBe(Answer);
        chunks.Count(static chunk => chunk.Text.Length > 0).ShouldBeGreaterThan(1);

        var usage = await client.Gateway.GetUsageAsync(GatewayConsumer.Slug);
        (usage.TotalRequests, usage.TotalTokens).ShouldBe((2, 2 * plain.Usage!.TotalTokens!.Value));
    }

    [Fact]
    public async Task A_wallet_pays_for_chats_and_logged_units_until_it_is_empty()
    {
        var project = await server.NewProjectAsync();
        await using var owner = project.Client();
        var consumer = await GatewayConsumer.MakeAsync(owner, new JsonObject { ["credit"] = 100 });
        await using var client = project.Client(options => options.ConsumerKey = consumer.Key);

        var tokens = (await client.Gateway.ChatAsync(GatewayConsumer.Slug, Question)).Usage!.TotalTokens!.Value;
        (await owner.Gateway.LogUsageAsync(consumer.Id, GatewayConsumer.Slug, 10)).Success.ShouldBeTrue();
        var wallet = await client.Gateway.GetWalletAsync(GatewayConsumer.Slug);
        (wallet.PlanType, wallet.Balance, wallet.TotalConsumed).ShouldBe(("prepaid", 90 - tokens, 10 + tokens));

        await owner.Gateway.LogUsageAsync(consumer.Id, GatewayConsumer.Slug, 1000);
        (await Should.ThrowAsync<AerostackGatewayException>(() => client.Gateway.ChatAsync(GatewayConsumer.Slug, Question))).Status.ShouldBe(429);
    }

    [Fact]
    public async Task The_projects_own_models_answer_plain_and_streamed()
    {
        await using var client = (await server.NewProjectAsync()).Client();
        (await client.Ai.ChatAsync(new([ChatMessage.FromUser("How are you?")]))).Response.ShouldBe(Answer);
        string.Concat(await client.Ai.StreamAsync(Question).Select(static chunk => chunk.Text).ToListAsync()).ShouldBe(Answer);
    }
}
