using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Aerostack.OpenAi;

/// <summary>The unmodified <c>openai</c> npm package, with a consumer's key, through the gateway.</summary>
public sealed class GatewayNodeTests(ProjectServer server)
{
    private const string Answer = "You said: How are you?";

    [Fact]
    public async Task It_chats_plain_and_streamed_and_is_told_of_refusals_as_its_users_know_them()
    {
        var project = await server.NewProjectAsync();
        await using var owner = project.Client();
        var consumer = await GatewayConsumer.MakeAsync(owner);
        var empty = await GatewayConsumer.AnotherAsync(owner, new JsonObject { ["credit"] = 0 });

        var result = await NodeProject.OpenAi.RunAsync("gateway.mjs", new Dictionary<string, string>
        {
            ["OPENAI_BASE_URL"] = new Uri(project.Url, $"/api/gateway/{GatewayConsumer.Slug}/v1").ToString(),
            ["OPENAI_API_KEY"] = consumer.Key,
            ["EMPTY_KEY"] = empty.Key,
        });

        Text(result["plain"]!, "content").ShouldBe(Answer);
        Text(result["plain"]!, "finishReason").ShouldBe("stop");
        Text(result["streamed"]!, "content").ShouldBe(Answer);
        Text(result["streamed"]!, "finishReason").ShouldBe("stop");
        result["streamed"]!["chunks"]!.GetValue<int>().ShouldBeGreaterThan(2);
        JsonNode.DeepEquals(result["streamed"]!["usage"]!["total_tokens"], result["plain"]!["usage"]!["total_tokens"]).ShouldBeTrue();
        Text(result["unknownKey"]!, "name").ShouldBe("AuthenticationError");
        Text(result["emptyWallet"]!, "name").ShouldBe("RateLimitError");

        await using var client = project.Client(options => options.ConsumerKey = consumer.Key);
        (await client.Gateway.GetUsageAsync(GatewayConsumer.Slug)).TotalRequests.ShouldBe(2);
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
