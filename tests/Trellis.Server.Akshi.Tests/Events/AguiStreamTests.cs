using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Events;

public sealed class AguiStreamTests : ServerTest
{
    private const string Path = "/api/v1/agui/events";

    private readonly FakeAgents _agents = FakeAgents.Of("log-monitor", "researcher");

    private IActivitySink Sink => Server.Services.GetRequiredService<IActivitySink>();

    [Fact]
    public async Task The_headers_and_the_retry_come_before_anything_happens()
    {
        await using var stream = await Server.ListenAsync(Path);

        stream.First.Retry.ShouldBe("3000");
        stream.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream");
        stream.Response.Headers.CacheControl!.NoCache.ShouldBeTrue();
        stream.Response.Headers.GetValues("X-Accel-Buffering").ShouldBe(["no"]);
        stream.Response.Headers.GetValues("X-RateLimit-Remaining").ShouldBe(["299"]);
    }

    [Fact]
    public async Task Every_connection_begins_with_the_state_of_all()
    {
        await Server.PostAsync("/api/v1/findings", """{"source":"a","severity":"info","summary":"s"}""");
        for (var connection = 0; connection < 2; connection++)
        {
            await using var stream = await Server.ListenAsync(Path);

            var data = (await stream.NextAsync("STATE_SNAPSHOT")).Json;
            data["type"]!.GetValue<string>().ShouldBe("STATE_SNAPSHOT");
            data["agents"]!.AsArray().Select(static agent => agent!["name"]!.GetValue<string>()).ShouldBe(["log-monitor", "researcher"]);
            JsonNode.DeepEquals(data["agents"], data["snapshot"]!["agents"]).ShouldBeTrue();
            data["snapshot"]!["approvals_pending"]!.GetValue<int>().ShouldBe(0);
            data["snapshot"]!["findings_next_seq"]!.GetValue<int>().ShouldBe(2);
        }
    }

    [Fact]
    public async Task What_an_agent_does_is_told_in_pairs_that_name_their_type()
    {
        await using var stream = await Server.ListenAsync(Path);
        await stream.NextAsync("STATE_SNAPSHOT");

        PublishRun(null);

        var start = (await stream.NextAsync("RUN_STARTED")).Json;
        JsonNode.DeepEquals(start, JsonNode.Parse(
            """{"type":"RUN_STARTED","agent":"researcher","threadId":"researcher","runId":"r1","timestamp":1767225600000}""")).ShouldBeTrue(start.ToJsonString());
        (await stream.NextAsync("TEXT_MESSAGE_START")).Json["role"]!.GetValue<string>().ShouldBe("assistant");
        (await stream.NextAsync("TEXT_MESSAGE_CONTENT")).Json["delta"]!.GetValue<string>().ShouldBe("Grüße\n\uFFFD");
        (await stream.NextAsync("TEXT_MESSAGE_END")).Json["messageId"]!.GetValue<string>().ShouldBe("m1");
        var tool = (await stream.NextAsync("TOOL_CALL_START")).Json;
        tool["toolCallName"]!.GetValue<string>().ShouldBe("http_fetch");
        tool["args"]!["url"]!.GetValue<string>().ShouldBe("https://x/");
        (await stream.NextAsync("TOOL_CALL_END")).Json["result"]!.GetValue<string>().ShouldBe("200");
        var end = (await stream.NextAsync("RUN_FINISHED")).Json;
        end["runId"]!.GetValue<string>().ShouldBe("r1");
        end["durationMs"]!.GetValue<int>().ShouldBe(1500);
        end["outcome"]!.GetValue<string>().ShouldBe("ok");
        end["error"].ShouldBeNull();
    }

    [Fact]
    public async Task A_run_that_fails_ends_too()
    {
        await using var stream = await Server.ListenAsync(Path);
        await stream.NextAsync("STATE_SNAPSHOT");

        Sink.Publish(new AgentActivity.RunFinished("researcher", "r1", TimeSpan.Zero, "out of fuel"));

        var end = (await stream.NextAsync("RUN_FINISHED")).Json;
        end["outcome"]!.GetValue<string>().ShouldBe("error");
        end["error"]!.GetValue<string>().ShouldBe("out of fuel");
    }

    [Fact]
    public async Task Numbers_rise_by_one()
    {
        await using var stream = await Server.ListenAsync(Path);
        var snapshot = await stream.NextAsync("STATE_SNAPSHOT");

        PublishRun(null);

        for (var expected = snapshot.Number + 1; expected <= snapshot.Number + 7; expected++)
            (await stream.NextFrameAsync())!.Number.ShouldBe(expected);
    }

    [Fact]
    public async Task A_change_of_status_replaces_the_agent_in_the_snapshot()
    {
        Sink.Publish(new AgentActivity.StatusChanged("researcher"));
        await using var stream = await Server.ListenAsync(Path);
        await stream.NextAsync("STATE_SNAPSHOT");

        _agents.Set("researcher", AgentState.Running);
        Sink.Publish(new AgentActivity.StatusChanged("researcher"));

        var operation = (await stream.NextAsync("STATE_DELTA")).Json["delta"]!.AsArray().Single()!;
        operation["op"]!.GetValue<string>().ShouldBe("replace");
        operation["path"]!.GetValue<string>().ShouldBe("/agents/1");
        operation["value"]!["status"]!.GetValue<string>().ShouldBe("running");
    }

    [Fact]
    public async Task When_there_are_other_agents_all_are_replaced()
    {
        Sink.Publish(new AgentActivity.StatusChanged("researcher"));
        await using var stream = await Server.ListenAsync(Path);
        await stream.NextAsync("STATE_SNAPSHOT");

        _agents.Remove("log-monitor");
        Sink.Publish(new AgentActivity.StatusChanged("log-monitor"));

        var operation = (await stream.NextAsync("STATE_DELTA")).Json["delta"]!.AsArray().Single()!;
        operation["path"]!.GetValue<string>().ShouldBe("/agents");
        operation["value"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Findings_move_their_number_in_the_snapshot()
    {
        await using var stream = await Server.ListenAsync(Path);
        await stream.NextAsync("STATE_SNAPSHOT");

        await Server.PostAsync("/api/v1/findings", """{"source":"a","severity":"info","summary":"s"}""");

        (await stream.NextAsync("STATE_DELTA")).Json["delta"]!.ToJsonString()
            .ShouldBe("""[{"op":"replace","path":"/findings_next_seq","value":2}]""");
    }

    [Fact]
    public async Task The_keep_alive_is_a_comment_that_wakes_no_callback()
    {
        var dashboard = Server.Services.GetRequiredService<Akshi.Http.Dashboard>();
        dashboard.Settings = dashboard.Settings with { KeepAlive = TimeSpan.FromSeconds(17) };
        await using var stream = await Server.ListenAsync(Path);
        await stream.NextAsync("STATE_SNAPSHOT");

        for (var silence = 0; silence < 2; silence++)
        {
            await Server.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(17), AkshiServer.Cancellation);
            Server.Clock.Advance(TimeSpan.FromSeconds(17));

            var frame = (await stream.NextFrameAsync())!;
            frame.Comment.ShouldBe("keepalive");
            frame.Data.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Who_comes_back_gets_the_snapshot_and_what_was_missed()
    {
        string seen;
        await using (var stream = await Server.ListenAsync(Path))
        {
            await stream.NextAsync("STATE_SNAPSHOT");
            PublishRun(null);
            seen = (await stream.NextAsync("RUN_STARTED")).Id!;
        }

        await using var again = await Server.ListenAsync(Path, seen);
        (await again.NextAsync("STATE_SNAPSHOT")).Id.ShouldBe(seen);
        (await again.NextAsync("TEXT_MESSAGE_START")).Number.ShouldBe(long.Parse(seen, System.Globalization.CultureInfo.InvariantCulture) + 1);
    }

    [Fact]
    public async Task The_streams_need_the_token()
    {
        foreach (var path in new[] { Path, "/api/v1/events", "/api/v1/agents/stream?agent=researcher", "/api/v1/a2a/events" })
            (await Server.SendAsync("GET", path, null, static _ => { })).ShouldBeRefused(401, "unauthorized");
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { Fakes = _agents });

    private void PublishRun(string? error)
    {
        Sink.Publish(new AgentActivity.RunStarted("researcher", "r1"));
        Sink.Publish(new AgentActivity.TextStarted("researcher", "m1"));
        Sink.Publish(new AgentActivity.Text("researcher", "m1", ""));
        Sink.Publish(new AgentActivity.Text("researcher", "m1", "Grüße\n\ud800"));
        Sink.Publish(new AgentActivity.TextEnded("researcher", "m1"));
        Sink.Publish(new AgentActivity.ToolStarted("researcher", "c1", "http_fetch", new JsonObject { ["url"] = "https://x/" }));
        Sink.Publish(new AgentActivity.ToolEnded("researcher", "c1", "http_fetch", "200"));
        Sink.Publish(new AgentActivity.RunFinished("researcher", "r1", TimeSpan.FromMilliseconds(1500), error));
    }
}
