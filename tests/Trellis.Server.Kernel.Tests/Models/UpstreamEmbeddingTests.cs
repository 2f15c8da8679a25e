using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class UpstreamEmbeddingTests
{
    private const string Key = "sk-very-secret";

    [Fact]
    public async Task Texts_are_sent_in_the_form_of_the_API_and_vectors_come_in_their_order()
    {
        JsonNode? body = null;
        string? path = null, authorization = null;
        var answer = (await EmbedAsync(async context =>
        {
            (path, authorization) = (context.Request.Path, context.Request.Headers.Authorization.ToString());
            body = await JsonNode.ParseAsync(context.Request.Body);
            await context.Response.WriteAsync("""{"data":[{"index":1,"embedding":[3,4.5]},{"index":0,"embedding":[1,-2e-1]}],"usage":{}}""");
        })).ShouldBeOfType<EmbeddingAnswer>();

        answer.Vectors.ShouldBe([[1f, -0.2f], [3f, 4.5f]]);
        path.ShouldBe("/v1/embeddings");
        authorization.ShouldBe($"Bearer {Key}");
        JsonNode.DeepEquals(body, JsonNode.Parse("""{"model":"upstream-e","input":["one","zwei ß"],"encoding_format":"float"}""")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"data":[]}""")]
    [InlineData("""{"data":[{"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"embedding":[1]},{"embedding":[1,2]}]}""")]
    [InlineData("""{"data":[{"embedding":[]},{"embedding":[]}]}""")]
    [InlineData("""{"data":[{"embedding":["1"]},{"embedding":["2"]}]}""")]
    [InlineData("""{"data":[{"embedding":[1e99]},{"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":2,"embedding":[1]},{"index":0,"embedding":[1]}]}""")]
    [InlineData("""{"data":[7,8]}""")]
    public async Task An_answer_of_another_form_is_a_bad_gateway(string text)
    {
        var failure = (await EmbedAsync(context => context.Response.WriteAsync(text))).ShouldBeOfType<EmbeddingFailure>();

        (failure.Error.Status, failure.Error.Code).ShouldBe((502, "upstream_invalid_response"));
    }

    [Theory]
    [InlineData(401, 502, "upstream_access_refused")]
    [InlineData(503, 503, "upstream_failed")]
    public async Task A_refusal_is_told_as_that_of_a_chat_is(int status, int told, string code)
    {
        var failure = (await EmbedAsync(context =>
        {
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(Key);
        })).ShouldBeOfType<EmbeddingFailure>();

        (failure.Error.Status, failure.Error.Code).ShouldBe((told, code));
        failure.Error.Message.ShouldNotContain(Key);
    }

    [Fact]
    public async Task An_upstream_may_have_embedding_models_alone_and_the_simulator_chats()
    {
        await using var services = Services("""{"upstreams":[{"name":"up","baseUrl":"http://localhost","embeddings":[{"name":"e"}]}]}""");

        services.GetRequiredService<IEmbeddingCatalog>().EmbeddingModels.ShouldBe(["e"]);
        services.GetRequiredService<IModelCatalog>().Models.ShouldHaveSingleItem().Name.ShouldBe("trellis-echo");
    }

    [Theory]
    [InlineData("""[{"upstreamName":"x"}]""", "embeddings[0].name")]
    [InlineData("""[{"name":"e","price":1}]""", "embeddings[0].price")]
    [InlineData("""[{"name":"e"},{"name":"e"}]""", "more than one embedding model named 'e'")]
    public void A_mistake_is_named(string embeddings, string words) =>
        Should.Throw<ModelConfigurationException>(() => Services($$"""{"upstreams":[{"name":"up","baseUrl":"http://localhost","embeddings":{{embeddings}}}]}"""))
            .Message.ShouldContain(words);

    private static async Task<EmbeddingResult> EmbedAsync(RequestDelegate upstream)
    {
        await using var server = await TestServer.StartAsync(upstream);
        await using var services = Services(
            $$"""{"upstreams":[{"name":"up","baseUrl":"{{server.Url}}v1","apiKey":"{{Key}}","embeddings":[{"name":"e","upstreamName":"upstream-e"}]}]}""");
        services.GetRequiredService<IEmbeddingCatalog>().TryResolve("e", out var model).ShouldBeTrue();
        return await model.EmbedAsync(["one", "zwei ß"], TestContext.Current.CancellationToken);
    }

    private static ServiceProvider Services(string models) => new ServiceCollection().AddModels(TestCatalog.Section(models)).BuildServiceProvider();
}
