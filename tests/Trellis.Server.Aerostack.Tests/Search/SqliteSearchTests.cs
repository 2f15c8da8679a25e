using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Search;

/// <summary>The suite on SQLite, and what no engine has a part in.</summary>
public sealed class SqliteSearchTests : SearchSuite
{
    [Theory]
    [InlineData("ingest", "{}", "content")]
    [InlineData("ingest", """{"content":"x"}""", "type")]
    [InlineData("ingest", """{"content":" ","type":"t"}""", "content")]
    [InlineData("ingest", """{"content":"x","type":"t","id":""}""", "id")]
    [InlineData("ingest", """{"content":"x","type":"t","metadata":[]}""", "metadata")]
    [InlineData("ingest", """{"content":"x","type":"t","metadata":{"a":"\ud800"}}""", "metadata")]
    [InlineData("query", "{}", "text")]
    [InlineData("query", """{"text":"x","topK":0}""", "topK")]
    [InlineData("query", """{"text":"x","topK":101}""", "topK")]
    [InlineData("query", """{"text":"x","types":"t"}""", "types")]
    [InlineData("query", """{"text":"x","filter":7}""", "filter")]
    [InlineData("update", """{"id":"1"}""", "content")]
    [InlineData("delete", "{}", "id")]
    [InlineData("deleteByType", "{}", "type")]
    [InlineData("get", "{}", "id")]
    [InlineData("count", """{"type":7}""", "type")]
    [InlineData("configure", "{}", "embeddingModel")]
    [InlineData("configure", """{"embeddingModel":"klingon"}""", "embeddingModel")]
    [InlineData("configure", """{"model":"klingon"}""", "model")]
    public async Task What_is_wrong_is_named(string path, string body, string field) =>
        (await First.PostAsync($"{Root}/{path}", body)).ShouldBlame(field);

    [Fact]
    public async Task A_thousand_characters_of_a_text_are_shown_and_none_is_cut_in_two()
    {
        var content = new string('x', 999) + "😀 cat";
        await IngestAsync("1", content);

        (await First.PostAsync($"{Root}/get", """{"id":"1"}""")).Json["result"]!["content"]!.GetValue<string>().ShouldBe(new string('x', 999));
        (await QueryAsync("cat")).ShouldBe(["1"]);
    }

    [Fact]
    public async Task A_text_of_more_than_a_hundred_thousand_characters_is_refused() =>
        (await First.PostAsync($"{Root}/ingest", $$"""{"type":"t","content":"{{new string('x', 100_001)}}"}""")).ShouldBlame("content");

    [Fact]
    public async Task Without_an_embedding_model_no_vector_is_made_up() =>
        (await First.PostAsync("/v1/ai/embed", """{"text":"cat"}""")).ShouldBeRefused(503, "INTERNAL_ERROR")
            .Json["details"]!["reason"]!.GetValue<string>().ShouldBe("no_embedding_model");

    [Fact]
    public async Task A_bearer_is_taken_and_a_public_key_is_not()
    {
        (await Server.SendAsync("GET", $"{Root}/listTypes", null, prepare: request => request.Headers.Add("Authorization", $"Bearer {First.Key}")))
            .ShouldAnswer("""{"types":[]}""");
        (await (await First.WithPublicKeyAsync()).PostAsync($"{Root}/query", """{"text":"x"}""")).ShouldBeRefused(403, "FORBIDDEN");
    }

    [Fact]
    public async Task A_model_that_the_configuration_names_and_the_server_does_not_have_keeps_it_from_starting() =>
        (await Should.ThrowAsync<ServerStartException>(() => AerostackServer.StartAsync(
            new ServerSetup { Configuration = new() { ["aerostack:search:english"] = "none" } }))).Message.ShouldContain("'none'");
}
