using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Tasks;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Tasks;

/// <summary>Tasks between agents, on any engine.</summary>
public abstract class TasksSuite : ServerTest
{
    private const string Path = "/api/v1/a2a/tasks";

    private readonly FakeAgents _agents = FakeAgents.Of("researcher", "writer");

    [Fact]
    public async Task A_task_is_given_taken_and_completed()
    {
        var created = (await Server.PostAsync(Path, """{"from":"orchestrator","to":"researcher","input":{"query":"…"}}""")).ShouldBe(201);
        var id = created.Json["id"]!.GetValue<string>();
        JsonNode.DeepEquals(created.Json, JsonNode.Parse($$"""{"id":"{{id}}","status":"pending","created_at":"2026-01-01T00:00:00Z"}""")).ShouldBeTrue(created.Text);

        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        (await Server.PostAsync($"{Path}/claim", """{"agent":"researcher"}""")).ShouldBe(200).Json["task"]!["status"]!.GetValue<string>().ShouldBe("running");
        Server.Clock.Advance(TimeSpan.FromSeconds(4));
        (await Server.PostAsync($"{Path}/{id}/complete", """{"output":{"summary":"…"}}""")).ShouldBe(200);

        (await Server.GetAsync($"{Path}/{id}")).ShouldAnswer(
            $$"""
            {"id":"{{id}}","from":"orchestrator","to":"researcher","status":"completed","input":{"query":"…"},"output":{"summary":"…"},
             "error":null,"created_at":"2026-01-01T00:00:00Z","started_at":"2026-01-01T00:00:01Z","completed_at":"2026-01-01T00:00:05Z"}
            """);
    }

    [Fact]
    public async Task Each_step_is_told_in_order_with_the_whole_task()
    {
        await using var stream = await Server.ListenAsync("/api/v1/a2a/events");

        var id = await CreateAsync("researcher");
        await Server.PostAsync($"{Path}/{id}/start");
        await Server.PostAsync($"{Path}/{id}/progress", "{\"progress\":{\n\"done\":1}}");
        await Server.PostAsync($"{Path}/{id}/fail", """{"error":"no idea"}""");

        (await stream.NextAsync("task_created")).Json["id"]!.GetValue<string>().ShouldBe(id);
        (await stream.NextAsync("task_started")).Json["status"]!.GetValue<string>().ShouldBe("running");
        (await stream.NextAsync("task_progress")).Json["progress"]!["done"]!.GetValue<int>().ShouldBe(1);
        var failed = (await stream.NextAsync("task_failed")).Json;
        failed["status"]!.GetValue<string>().ShouldBe("failed");
        failed["error"]!.GetValue<string>().ShouldBe("no idea");
        failed["completed_at"]!.GetValue<string>().ShouldBe("2026-01-01T00:00:00Z");
    }

    [Theory]
    [InlineData("""{"to":"nobody","input":1}""", 404, "agent_not_found")]
    [InlineData("""{"to":"deaf","input":1}""", 403, "capability_denied")]
    [InlineData("""{"input":1}""", 400, "bad_request")]
    [InlineData("""{"to":"researcher"}""", 400, "bad_request")]
    public async Task A_task_that_nobody_can_take_is_refused(string body, int status, string error)
    {
        _agents.Add("deaf");

        (await Server.PostAsync(Path, body)).ShouldBeRefused(status, error);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1,2.50,\"x\"]")]
    [InlineData("\"\\ud800 \\u0000\"")]
    public async Task The_input_is_any_json(string input)
    {
        var created = (await Server.PostAsync(Path, $$"""{"to":"researcher","input":{{input}}}""")).ShouldBe(201);

        (await Server.GetAsync($"{Path}/{created.Json["id"]}")).ShouldBe(200).Json.ContainsKey("input").ShouldBeTrue();
    }

    [Fact]
    public async Task The_list_is_filtered_by_who_is_to_do_it_and_where_it_stands()
    {
        var first = await CreateAsync("researcher");
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await CreateAsync("writer", from: "researcher");
        await Server.PostAsync($"{Path}/{second}/start");

        (await ListAsync("")).ShouldBe([second, first]);
        (await ListAsync("?agent=researcher")).ShouldBe([first]);
        (await ListAsync("?status=running")).ShouldBe([second]);
        (await ListAsync("?status=completed")).ShouldBeEmpty();
        (await Server.GetAsync($"{Path}?status=done")).ShouldBeRefused(400, "bad_request");
    }

    [Fact]
    public async Task A_step_out_of_turn_is_a_conflict_and_changes_nothing()
    {
        var id = await CreateAsync("researcher");

        (await Server.PostAsync($"{Path}/{id}/complete", """{"output":1}""")).ShouldBeRefused(409, "conflict");
        (await Server.PostAsync($"{Path}/{id}/start")).ShouldBe(200);
        (await Server.PostAsync($"{Path}/{id}/start")).ShouldBeRefused(409, "conflict");
        (await Server.PostAsync($"{Path}/{id}/complete", """{"output":1}""")).ShouldBe(200);
        (await Server.PostAsync($"{Path}/{id}/fail", """{"error":"late"}""")).ShouldBeRefused(409, "conflict");
        (await Server.GetAsync($"{Path}/{id}")).Json["status"]!.GetValue<string>().ShouldBe("completed");
    }

    [Theory]
    [InlineData("start", "{}")]
    [InlineData("progress", """{"progress":1}""")]
    [InlineData("complete", """{"output":1}""")]
    [InlineData("fail", """{"error":"e"}""")]
    public async Task An_unknown_task_takes_no_step(string step, string body)
    {
        (await Server.PostAsync($"{Path}/nowhere/{step}", body)).ShouldBeRefused(404, "not_found");
        (await Server.GetAsync($"{Path}/nowhere")).ShouldBeRefused(404, "not_found");
    }

    [Fact]
    public async Task Of_many_who_claim_each_gets_another_and_the_oldest_first()
    {
        Server.LiftRateLimit();
        var ids = new List<string>();
        for (var number = 0; number < 10; number++)
        {
            ids.Add(await CreateAsync("researcher"));
            Server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        (await ClaimAsync()).ShouldBe(ids[0]);
        var claimed = await Task.WhenAll(Enumerable.Range(0, 9).Select(_ => ClaimAsync()));
        claimed.Order().ShouldBe(ids.Skip(1).Order());
        (await Server.PostAsync($"{Path}/claim", """{"agent":"researcher"}""")).ShouldAnswer("""{"task":null}""");
        (await Server.PostAsync($"{Path}/claim", """{"agent":"nobody"}""")).ShouldBeRefused(404, "agent_not_found");
    }

    [Fact]
    public async Task Agents_of_the_runtime_take_the_same_steps()
    {
        var tasks = Server.Services.GetRequiredService<IAgentTasks>();
        var sent = await tasks.SendAsync("writer", "researcher", """{"q":1}""", AkshiServer.Cancellation);

        var received = (await tasks.ReceiveAsync("researcher", AkshiServer.Cancellation)).ShouldNotBeNull();

        received.Id.ShouldBe(sent.Id);
        (await tasks.ReceiveAsync("researcher", AkshiServer.Cancellation)).ShouldBeNull();
        (await tasks.TryCompleteAsync("researcher", sent.Id, "2", AkshiServer.Cancellation)).ShouldBeTrue();
        (await tasks.TryFailAsync("researcher", sent.Id, "no", AkshiServer.Cancellation)).ShouldBeFalse();
        (await Server.AuditAsync("task_completed")).Single().ActorId.ShouldBe("researcher");
        (await Server.AuditAsync("receipt_issued")).Single().Action.ShouldBe("a2a");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { Fakes = _agents });

    private async Task<string> CreateAsync(string to, string from = "orchestrator") =>
        (await Server.PostAsync(Path, $$"""{"from":"{{from}}","to":"{{to}}","input":[]}""")).ShouldBe(201).Json["id"]!.GetValue<string>();

    private async Task<string> ClaimAsync() =>
        (await Server.PostAsync($"{Path}/claim", """{"agent":"researcher"}""")).ShouldBe(200).Json["task"]!["id"]!.GetValue<string>();

    private async Task<IEnumerable<string>> ListAsync(string query) =>
        (await Server.GetAsync(Path + query)).ShouldBe(200).Json["tasks"]!.AsArray().Select(static task => task!["id"]!.GetValue<string>());
}
