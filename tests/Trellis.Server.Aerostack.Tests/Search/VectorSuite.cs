using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Search;

/// <summary>The index with an embedding model of an upstream (contract, section 2.2.5), on each engine.</summary>
public abstract class VectorSuite : ServerTest
{
    private const string Root = "/v1/ai/search";

    private EmbeddingUpstream _upstream = null!;

    [Fact]
    public async Task Texts_are_found_by_what_they_mean_and_the_answer_says_how()
    {
        await IngestAsync("pets", "About a dog and a kitten");
        await IngestAsync("billing", "How an invoice is paid");
        await IngestAsync("weather", "Rain after the storm");

        var answer = await QueryAsync("cat", ""","topK":2""");

        var results = answer["results"]!.AsArray();
        results.Count.ShouldBe(2);
        results[0]!["id"]!.GetValue<string>().ShouldBe("pets");
        results[0]!["score"]!.GetValue<double>().ShouldBeInRange(0.9, 1);
        results[1]!["score"]!.GetValue<double>().ShouldBeLessThan(0.5);
        JsonNode.DeepEquals(answer["metadata"], JsonNode.Parse("""{"method":"vectors","model":"small"}""")).ShouldBeTrue(answer.ToJsonString());
    }

    [Fact]
    public async Task A_changed_text_is_found_by_what_it_means_now_and_filters_hold()
    {
        await IngestAsync("1", "About a dog", ""","metadata":{"a":1}""");
        (await First.PostAsync($"{Root}/update", """{"id":"1","content":"A refund of money"}""")).ShouldBe(200);

        (await QueryAsync("invoice"))["results"]![0]!["score"]!.GetValue<double>().ShouldBeGreaterThan(0.9);
        (await QueryAsync("invoice", ""","filter":{"a":2}"""))["results"]!.AsArray().ShouldBeEmpty();
        (await QueryAsync("invoice", ""","types":["other"]"""))["results"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_model_finds_only_what_it_has_seen_until_the_first_is_chosen_again()
    {
        await IngestAsync("1", "About a dog");
        (await First.PostAsync($"{Root}/configure", """{"embeddingModel":"multilingual"}""")).ShouldAnswer("""{"success":true}""");

        var answer = await QueryAsync("dog");
        answer["results"]!.AsArray().ShouldBeEmpty();
        answer["metadata"]!["model"]!.GetValue<string>().ShouldBe("bge-m3");

        (await First.PostAsync($"{Root}/configure", """{"model":"english"}""")).ShouldAnswer("""{"success":true}""");
        (await QueryAsync("dog"))["results"]!.AsArray().Count.ShouldBe(1);
        _upstream.Asked.ShouldBe(["small", "bge-m3", "small"]);
    }

    [Fact]
    public async Task Another_project_finds_no_vector_of_it_and_chooses_a_model_for_itself_alone()
    {
        var other = await First.OtherProjectAsync();
        await IngestAsync("1", "About a dog");
        (await other.PostAsync($"{Root}/configure", """{"embeddingModel":"multilingual"}""")).ShouldAnswer("""{"success":true}""");

        (await other.PostAsync($"{Root}/query", """{"text":"dog"}""")).ShouldBe(200).Json["results"]!.AsArray().ShouldBeEmpty();
        (await other.PostAsync($"{Root}/ingest", """{"id":"1","content":"An invoice","type":"t"}""")).ShouldBe(200);

        var answer = await QueryAsync("dog");
        answer["metadata"]!["model"]!.GetValue<string>().ShouldBe("small");
        answer["results"]!.AsArray().ShouldHaveSingleItem()!["content"]!.GetValue<string>().ShouldBe("About a dog");
    }

    [Fact]
    public async Task When_the_upstream_fails_the_caller_is_told_and_nothing_is_written()
    {
        _upstream.Failing = 503;

        (await First.PostAsync($"{Root}/ingest", """{"id":"1","type":"faq","content":"cat"}""")).ShouldBeRefused(503, "INTERNAL_ERROR")
            .Json["details"]!["reason"]!.GetValue<string>().ShouldBe("upstream_failed");

        (await First.PostAsync($"{Root}/count")).ShouldAnswer("""{"count":0}""");
    }

    [Theory]
    [InlineData("", "small")]
    [InlineData(""","model":"bge-m3" """, "bge-m3")]
    [InlineData(""","model":"@cf/baai/bge-base-en-v1.5" """, "small")]
    public async Task A_text_is_embedded_and_the_answer_says_by_which_model(string more, string model) =>
        (await First.PostAsync("/v1/ai/embed", $$"""{"text":"cat"{{more}}}""")).ShouldAnswer(
            $$"""{"embedding":[1.1,0.1,0.1],"model":"{{model}}"}""");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _upstream.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected override async ValueTask<ServerSetup> SetupAsync()
    {
        _upstream = await EmbeddingUpstream.StartAsync();
        return new ServerSetup { Configuration = _upstream.Configuration };
    }

    private async Task IngestAsync(string id, string content, string more = "") =>
        (await First.PostAsync($"{Root}/ingest", $$"""{"id":"{{id}}","content":"{{content}}","type":"faq"{{more}}}""")).ShouldBe(200);

    private async Task<JsonObject> QueryAsync(string text, string more = "") =>
        (await First.PostAsync($"{Root}/query", $$"""{"text":"{{text}}"{{more}}}""")).ShouldBe(200).Json;
}
