using Trellis.Server.Akshi.Inference;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Agents;

public sealed class ModelAgentTests
{
    private const string Route =
        """
        [[router.routes]]
        name = "local"
        provider = "ollama"
        model = "llama3.2"

        """;

    private const string Review =
        """
        [[agents]]
        name = "review"
        kind = "declarative"
        goal = "Find risks"
        file_pattern = "src/*.cs"
        prompt = "List problems in {{file}}:\n{{content}}"
        output_schema = { severity = "string", summary = "string", line = "integer?" }
        capabilities = ["filesystem", "inference"]
        [[agents.rules]]
        pattern = 'TODO'
        severity = "info"
        """;

    [Fact]
    public async Task A_model_is_asked_about_each_file_that_is_new_or_has_changed()
    {
        await using var world = await World.StartAsync(Route + Review, ("src/a.cs", "{{file}} one"), ("src/b.cs", "two"));
        await world.RunsAsync("review", 1);

        world.Inference.Asked.Count.ShouldBe(2);
        world.Inference.Asked.TryPeek(out var first);
        first!.Agent.ShouldBe("review");
        first.Prompt.ShouldStartWith("Goal: Find risks\n\nList problems in src/a.cs:\n{{file}} one\n\nAnswer with JSON alone");
        first.MostUsd.ShouldBe(0);

        world.Write("src/b.cs", "two, changed");
        await world.TickAsync("review");
        await world.TickAsync("review");
        world.Inference.Asked.Count.ShouldBe(3);
        world.Told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""[{"severity":"critical","summary":"Boom","line":3}]""", "src/a.cs|critical|Boom")]
    [InlineData("""{"severity":"low","summary":"Boom","more":[1]}""", "src/a.cs|low|Boom")]
    [InlineData("```json\n[{\"severity\":\"info\",\"summary\":\"Boom\\nbang\"}]\n```", "src/a.cs|info|Boom bang")]
    [InlineData("""{"findings":[{"severity":"high","summary":"Boom"}]}""", "src/a.cs|high|Boom")]
    public async Task An_answer_that_matches_the_schema_becomes_findings(string answer, string finding)
    {
        await using var world = await StartAsync(answer);

        world.Told.ShouldBe([finding]);
        if (answer.Contains("line"))
            world.Findings[0].Detail.ShouldBe("line: 3");
    }

    [Theory]
    [InlineData("I found nothing.", "the answer is no JSON")]
    [InlineData("[1]", "element 0 is no object")]
    [InlineData("""[{"severity":"info"}]""", "element 0 has no 'summary'")]
    [InlineData("""[{"severity":"info","summary":1}]""", "'summary' of element 0 is not string")]
    [InlineData("""[{"severity":"info","summary":"x","line":1.5}]""", "'line' of element 0 is not integer")]
    [InlineData("""[{"severity":"info","summary":"x"},{"severity":"terrible","summary":"x"}]""", "'severity' of element 1 is none of")]
    public async Task Another_answer_is_a_warning_and_no_finding(string answer, string reason)
    {
        await using var world = await StartAsync(answer);

        world.Told.ShouldBeEmpty();
        (await world.LogsAsync("review")).ShouldContain(line => line.StartsWith("warn: ") && line.Contains(reason));
        (await world.StatusAsync("review"))["status"]!.GetValue<string>().ShouldBe("idle");

        await world.TickAsync("review");
        world.Inference.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_model_says_again_of_a_changed_file_is_not_reported_again()
    {
        await using var world = await StartAsync("""[{"severity":"info","summary":"Boom"}]""");

        world.Write("src/a.cs", "changed");
        world.Inference.Always("""[{"severity":"info","summary":"Boom"},{"severity":"info","summary":"Bang"}]""");
        await world.TickAsync("review");

        world.Told.ShouldBe(["src/a.cs|info|Boom", "src/a.cs|info|Bang"]);
    }

    [Fact]
    public async Task Without_a_model_the_rules_work()
    {
        await using var world = await World.StartAsync(Review, ("src/a.cs", "TODO"));
        await world.RunsAsync("review", 1);

        world.Told.ShouldBe(["src/a.cs|info|TODO"]);
        world.Inference.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_fails_stops_no_other_and_is_tried_again()
    {
        await using var world = new World();
        world.Write("src/a.cs", "one");
        world.Write("src/b.cs", "two");
        world.Configure(Route + Review);
        world.Inference.Answer = static (request, _) => request.Prompt.Contains("src/a.cs")
            ? throw new InferenceException("the model is away")
            : Task.FromResult(FakeInference.Result("""[{"severity":"info","summary":"Fine"}]"""));
        await world.StartAsync();
        await world.RunsAsync("review", 1);

        world.Told.ShouldBe(["src/b.cs|info|Fine"]);
        (await world.StatusAsync("review"))["reason"]!.GetValue<string>().ShouldContain("the model is away");

        world.Inference.Always("""[{"severity":"info","summary":"Back"}]""");
        await world.TickAsync("review");
        world.Told[1..].ShouldBe(["src/a.cs|info|Back"]);
        (await world.StatusAsync("review"))["reason"].ShouldBeNull();
    }

    [Fact]
    public async Task A_file_that_is_too_long_or_no_text_is_passed_over_once()
    {
        await using var world = await World.StartAsync(
            Route + Review.Replace("prompt", "max_file_bytes = 10\nprompt"), ("src/long.cs", "more than ten"), ("src/bin.cs", "a\0b"));
        await world.RunsAsync("review", 1);
        await world.TickAsync("review");

        world.Inference.Asked.ShouldBeEmpty();
        (await world.LogsAsync("review")).Count(static line => line.Contains("passed over")).ShouldBe(2);
    }

    private static async Task<World> StartAsync(string answer)
    {
        var world = new World();
        world.Write("src/a.cs", "one");
        world.Configure(Route + Review);
        world.Inference.Always(answer);
        await world.StartAsync();
        await world.RunsAsync("review", 1);
        return world;
    }
}
