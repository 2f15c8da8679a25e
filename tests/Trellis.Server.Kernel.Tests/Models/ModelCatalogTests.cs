using Trellis.Server.Kernel.Models;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class ModelCatalogTests
{
    private const string TwoUpstreams =
        """
        {"upstreams":[
          {"name":"openai","baseUrl":"https://api.openai.com/v1","models":[{"name":"gpt","inputPerMillion":2.5,"outputPerMillion":10,"maxOutputTokens":4096}]},
          {"name":"local","baseUrl":"http://127.0.0.1:11434/v1/","models":[{"name":"llama","upstreamName":"llama3.2","inputPerMillion":0,"outputPerMillion":0,"description":"Ours."}]}]}
        """;

    [Fact]
    public async Task Without_upstreams_the_simulator_stands_alone_and_says_what_it_is()
    {
        await using var catalog = TestCatalog.Of("""{"upstreams":[]}""");

        var model = catalog.Catalog.Models.ShouldHaveSingleItem();
        (model.Name, model.OwnedBy).ShouldBe(("trellis-echo", "trellis (simulator)"));
        model.Description.ShouldNotBeNull().ShouldContain("simulator");
        model.Price.ShouldBe(new ModelPrice(1, 2));
    }

    [Fact]
    public async Task Without_a_section_the_simulator_stands_alone()
    {
        await using var catalog = TestCatalog.Of("null");

        catalog.Catalog.Models.ShouldHaveSingleItem().Name.ShouldBe("trellis-echo");
    }

    [Fact]
    public async Task With_upstreams_their_models_are_listed_and_the_simulator_is_not()
    {
        await using var catalog = TestCatalog.Of(TwoUpstreams, new ManualTimeProvider());
        var now = new ManualTimeProvider().GetUtcNow();

        catalog.Catalog.Models.ShouldBe(
        [
            new ModelDescription("gpt", "openai", new ModelPrice(2.5m, 10), now, 4096),
            new ModelDescription("llama", "local", new ModelPrice(0, 0), now, Description: "Ours."),
        ]);
    }

    [Theory]
    [InlineData("gpt", true)]
    [InlineData("GPT", false)]
    [InlineData("llama3.2", false)]
    [InlineData("trellis-echo", false)]
    [InlineData("", false)]
    public async Task Models_are_found_by_their_exact_name(string name, bool found)
    {
        await using var catalog = TestCatalog.Of(TwoUpstreams);

        catalog.Catalog.TryResolve(name, out _).ShouldBe(found);
    }

    [Fact]
    public async Task The_list_has_OpenAIs_shape()
    {
        await using var catalog = TestCatalog.Of("{}");

        Chat.Text(OpenAiModelList.Write(catalog.Catalog.Models)).ShouldBe(
            """
            {"object":"list","data":[{"id":"trellis-echo","object":"model","created":1767225600,"owned_by":"trellis (simulator)","description":"A simulator, not a language model: it repeats the last user message. Configure an upstream for real answers.","pricing":{"input_per_million":1,"output_per_million":2}}]}
            """);
    }

    [Fact]
    public void A_single_model_has_OpenAIs_shape() =>
        Chat.Text(OpenAiModelList.Write(new ModelDescription("m", "o", new ModelPrice(0.075m, 0), DateTimeOffset.UnixEpoch))).ShouldBe(
            """{"id":"m","object":"model","created":0,"owned_by":"o","pricing":{"input_per_million":0.075,"output_per_million":0}}""");
}
