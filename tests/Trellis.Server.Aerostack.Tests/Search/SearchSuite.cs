using System.Text.Json.Nodes;
using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Search;

/// <summary>The index without an embedding model, by the engine's own full text search (contract, section 2.2.5), on each engine.</summary>
public abstract class SearchSuite : ServerTest
{
    private protected const string Root = "/v1/ai/search";

    [Fact]
    public async Task Texts_are_found_by_any_of_their_words_best_first_and_the_answer_says_how()
    {
        await IngestAsync("cats", "A cat is a small animal. The cat sleeps.");
        await IngestAsync("dogs", "A dog is an animal that follows you.");
        await IngestAsync("money", "Refunds are paid within a week.");

        var answer = (await First.PostAsync($"{Root}/query", """{"text":"which animal is the cat?","topK":5}""")).ShouldBe(200).Json;

        IdsOf(answer).ShouldBe(["cats", "dogs"]);
        answer["metadata"]!["method"]!.GetValue<string>().ShouldBe("words");
        var best = answer["results"]![0]!;
        best["content"]!.GetValue<string>().ShouldBe("A cat is a small animal. The cat sleeps.");
        best["type"]!.GetValue<string>().ShouldBe("faq");
        best["metadata"]!.AsObject().Count.ShouldBe(0);
        best["score"]!.GetValue<double>().ShouldBeInRange(0, 1);
        best["score"]!.GetValue<double>().ShouldBeGreaterThan(answer["results"]![1]!["score"]!.GetValue<double>());
    }

    [Fact]
    public async Task Other_forms_of_a_word_are_found()
    {
        await IngestAsync("money", "Refunds are paid within a week.");

        (await QueryAsync("refund paying")).ShouldBe(["money"]);
    }

    [Theory]
    [InlineData("\"'* OR NEAR( AND project:x -cat ^ | & ! <-> :*")]
    [InlineData("c'at \\ % _ ; --")]
    [InlineData("💥 ´ ́ ?!")]
    [InlineData("the and of")]
    public async Task A_question_is_words_and_never_a_query_of_the_engine(string text)
    {
        await IngestAsync("cats", "A cat sleeps.");

        (await First.PostAsync($"{Root}/query", new JsonObject { ["text"] = text }.ToJsonString())).ShouldBe(200);
    }

    [Fact]
    public async Task Kinds_and_metadata_narrow_what_is_found()
    {
        await IngestAsync("1", "cat one", more: ""","metadata":{"lang":"en","n":1}""");
        await IngestAsync("2", "cat two", more: ""","metadata":{"lang":"de","n":1}""");
        await IngestAsync("3", "cat three", "note", ""","metadata":{"lang":"en","n":2}""");

        (await QueryAsync("cat", ""","types":["note","other"]""")).ShouldBe(["3"]);
        (await QueryAsync("cat", ""","filter":{"lang":"en"}""")).ShouldBe(["1", "3"], ignoreOrder: true);
        (await QueryAsync("cat", ""","filter":{"lang":"en","n":1.0}""")).ShouldBe(["1"]);
        (await QueryAsync("cat", ""","filter":{"lang":"en"},"types":["faq"]""")).ShouldBe(["1"]);
        (await QueryAsync("cat", ""","filter":{"type":"note"}""")).ShouldBe(["3"]);
        (await QueryAsync("cat", ""","filter":{"nothing":null}""")).ShouldBeEmpty();
        (await QueryAsync("cat", ""","filter":{},"types":[]""")).Count().ShouldBe(3);
    }

    [Fact]
    public async Task Five_are_found_unless_another_number_is_asked_for()
    {
        for (var number = 0; number < 8; number++)
            await IngestAsync($"{number}", $"cat number {number}");

        (await QueryAsync("cat")).Count().ShouldBe(5);
        (await QueryAsync("cat", ""","topK":7""")).Count().ShouldBe(7);
        (await QueryAsync("cat", ""","topK":1,"filter":{}""")).Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_text_without_an_id_is_given_one_and_one_with_a_known_id_takes_its_place()
    {
        var made = (await First.PostAsync($"{Root}/ingest", """{"content":"cat","type":"faq"}""")).ShouldBe(200).Json;
        made["success"]!.GetValue<bool>().ShouldBeTrue();
        Guid.TryParse(made["id"]!.GetValue<string>(), out _).ShouldBeTrue();

        await IngestAsync("1", "old words");
        await IngestAsync("1", "fresh content", "note", ""","metadata":{"a":1}""");
        (await QueryAsync("old words")).ShouldBeEmpty();
        (await QueryAsync("fresh")).ShouldBe(["1"]);
        (await First.PostAsync($"{Root}/get", """{"id":"1"}""")).ShouldAnswer(
            """{"result":{"id":"1","content":"fresh content","score":1,"type":"note","metadata":{"a":1}},"exists":true}""");
        (await CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Updating_replaces_what_is_given_and_leaves_the_rest()
    {
        await IngestAsync("1", "old words", more: ""","metadata":{"a":1,"b":2}""");

        (await First.PostAsync($"{Root}/update", """{"id":"1","content":"fresh content"}""")).ShouldAnswer("""{"success":true}""");
        (await First.PostAsync($"{Root}/get", """{"id":"1"}""")).Json["result"]!["metadata"]!["b"]!.GetValue<int>().ShouldBe(2);
        (await QueryAsync("old")).ShouldBeEmpty();

        (await First.PostAsync($"{Root}/update", """{"id":"1","content":"fresh content","type":"note","metadata":{"c":3}}""")).ShouldAnswer("""{"success":true}""");
        (await First.PostAsync($"{Root}/get", """{"id":"1"}""")).ShouldAnswer(
            """{"result":{"id":"1","content":"fresh content","score":1,"type":"note","metadata":{"c":3}},"exists":true}""");
        (await First.PostAsync($"{Root}/update", """{"id":"nowhere","content":"x"}""")).ShouldAnswer("""{"success":false}""");
        (await CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Texts_are_taken_out_one_by_one_and_by_kind()
    {
        await IngestAsync("1", "cat one");
        await IngestAsync("2", "cat two", "note");
        await IngestAsync("3", "cat three", "note");

        (await First.PostAsync($"{Root}/delete", """{"id":"1"}""")).ShouldAnswer("""{"success":true}""");
        (await First.PostAsync($"{Root}/delete", """{"id":"1"}""")).ShouldAnswer("""{"success":true}""");
        (await First.PostAsync($"{Root}/get", """{"id":"1"}""")).ShouldAnswer("""{"result":null,"exists":false}""");
        (await QueryAsync("cat")).ShouldBe(["2", "3"], ignoreOrder: true);

        (await First.PostAsync($"{Root}/deleteByType", """{"type":"note"}""")).ShouldAnswer("""{"success":true}""");
        (await QueryAsync("cat")).ShouldBeEmpty();
        (await CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Kinds_are_listed_and_counted()
    {
        await IngestAsync("1", "one", "note");
        await IngestAsync("2", "two");
        await IngestAsync("3", "three", "note");

        (await First.GetAsync($"{Root}/listTypes")).ShouldAnswer("""{"types":[{"type":"faq","count":1},{"type":"note","count":2}]}""");
        (await First.PostAsync($"{Root}/count", """{"type":"note"}""")).ShouldAnswer("""{"count":2}""");
        (await First.PostAsync($"{Root}/count")).ShouldAnswer("""{"count":3}""");
    }

    [Fact]
    public async Task Another_project_finds_and_changes_nothing_of_it()
    {
        var other = await First.OtherProjectAsync();
        await IngestAsync("1", "cat one");

        (await other.PostAsync($"{Root}/query", """{"text":"cat"}""")).Json["results"]!.AsArray().ShouldBeEmpty();
        (await other.PostAsync($"{Root}/get", """{"id":"1"}""")).ShouldAnswer("""{"result":null,"exists":false}""");
        (await other.PostAsync($"{Root}/count")).ShouldAnswer("""{"count":0}""");
        await other.PostAsync($"{Root}/delete", """{"id":"1"}""");
        await other.PostAsync($"{Root}/deleteByType", """{"type":"faq"}""");
        (await other.PostAsync($"{Root}/ingest", """{"id":"1","type":"faq","content":"dog"}""")).ShouldBe(200);

        (await QueryAsync("cat")).ShouldBe(["1"]);
        (await QueryAsync("dog")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_project_keeps_so_many_texts()
    {
        for (var number = 0; number < 9; number++)
            await IngestAsync($"{number}", "cat");

        (await First.PostAsync($"{Root}/ingest", """{"id":"one-too-many","type":"faq","content":"x"}""")).ShouldBlame("id");
        await IngestAsync("0", "known");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() =>
        new(new ServerSetup { Configuration = new() { ["aerostack:search:maxDocuments"] = "9" } });

    private protected async Task IngestAsync(string id, string content, string type = "faq", string more = "") =>
        (await First.PostAsync($"{Root}/ingest", $$"""{"id":"{{id}}","content":"{{content}}","type":"{{type}}"{{more}}}"""))
            .ShouldAnswer($$"""{"success":true,"id":"{{id}}"}""");

    private protected async Task<IEnumerable<string>> QueryAsync(string text, string more = "") =>
        IdsOf((await First.PostAsync($"{Root}/query", $$"""{"text":"{{text}}"{{more}}}""")).ShouldBe(200).Json);

    private protected static IEnumerable<string> IdsOf(JsonObject answer) =>
        answer["results"]!.AsArray().Select(static result => result!["id"]!.GetValue<string>());

    private async Task<int> CountAsync() => (await First.PostAsync($"{Root}/count")).ShouldBe(200).Json["count"]!.GetValue<int>();
}
