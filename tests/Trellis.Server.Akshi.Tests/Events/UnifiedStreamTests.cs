using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Events;

public sealed class UnifiedStreamTests : ServerTest
{
    private const string Path = "/api/v1/events";

    private IActivitySink Sink => Server.Services.GetRequiredService<IActivitySink>();

    [Fact]
    public async Task Each_event_has_its_documented_data()
    {
        await using var stream = await Server.ListenAsync(Path);

        Sink.Publish(new AgentActivity.Text("a", "m", "hi"));
        Sink.Publish(new AgentActivity.ToolStarted("a", "c", "db", new JsonObject()));
        Sink.Publish(new AgentActivity.ToolEnded("a", "c", "db", "3 rows"));
        Sink.Publish(new AgentActivity.RunFinished("a", "r", TimeSpan.FromMilliseconds(12), null));
        Sink.Publish(new AgentActivity.RunFinished("a", "r", TimeSpan.FromMilliseconds(12), "bad"));

        (await stream.NextAsync("token")).Data.ShouldBe("""{"agent":"a","text":"hi"}""");
        (await stream.NextAsync("tool_call_start")).Data.ShouldBe("""{"agent":"a","tool":"db","args":{}}""");
        (await stream.NextAsync("tool_call_end")).Data.ShouldBe("""{"agent":"a","tool":"db","result":"3 rows"}""");
        (await stream.NextAsync("agent_complete")).Data.ShouldBe("""{"agent":"a","duration_ms":12}""");
        (await stream.NextAsync("error")).Data.ShouldBe("""{"agent":"a","error":"bad"}""");
    }

    [Fact]
    public async Task The_stream_of_an_agent_has_its_events_alone()
    {
        await using var stream = await Server.ListenAsync("/api/v1/agents/stream?agent=two%20words");

        Sink.Publish(new AgentActivity.Text("other", "m", "no"));
        Sink.Publish(new AgentActivity.Text("two words", "m", "yes"));

        (await stream.NextAsync("token")).Data.ShouldBe("""{"agent":"two words","text":"yes"}""");
    }

    [Fact]
    public async Task The_stream_of_an_agent_needs_one_that_is_there()
    {
        (await Server.GetAsync("/api/v1/agents/stream")).ShouldBeRefused(400, "bad_request");
        (await Server.GetAsync("/api/v1/agents/stream?agent=nobody")).ShouldBeRefused(404, "agent_not_found");
    }

    [Theory]
    [InlineData(Path)]
    [InlineData("/api/v1/agents/stream?agent=other")]
    public async Task The_keep_alive_is_an_event_without_a_number(string path)
    {
        // A time that nothing else of the server waits for.
        var silence = TimeSpan.FromSeconds(17);
        var dashboard = Server.Services.GetRequiredService<Akshi.Http.Dashboard>();
        dashboard.Settings = dashboard.Settings with { KeepAlive = silence };
        await using var stream = await Server.ListenAsync(path);
        await Server.Clock.WaitForTimerAsync(silence, AkshiServer.Cancellation);

        Server.Clock.Advance(silence);

        var frame = await stream.NextAsync("keepalive");
        frame.Data.ShouldBe("{}");
        frame.Id.ShouldBeNull();
    }

    [Fact]
    public async Task What_was_missed_is_replayed_while_it_is_kept()
    {
        var first = await FirstNumberAsync();
        PublishMany(1000);

        // The ring has a thousand: all after the first one, and nothing when the first one itself is asked for.
        await using (var whole = await Server.ListenAsync(Path, Text(first)))
        {
            for (var number = first + 1; number <= first + 1000; number++)
                (await whole.NextFrameAsync())!.Number.ShouldBe(number);
        }

        await using var tooOld = await Server.ListenAsync(Path, Text(first - 1));
        Sink.Publish(new AgentActivity.Text("a", "m", "new"));
        (await tooOld.NextFrameAsync())!.Number.ShouldBe(first + 1001);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("-1")]
    [InlineData("41")]
    [InlineData("9000000000000000")]
    public async Task A_number_of_nobody_replays_nothing(string lastEventId)
    {
        PublishMany(5);
        await using var stream = await Server.ListenAsync(Path, lastEventId);

        Sink.Publish(new AgentActivity.Text("a", "m", "new"));

        (await stream.NextFrameAsync())!.Json["text"]!.GetValue<string>().ShouldBe("new");
    }

    [Fact]
    public async Task A_number_of_an_earlier_process_replays_nothing()
    {
        var earlier = await FirstNumberAsync();
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await using var next = await AkshiServer.StartAsync(new ServerSetup { Clock = Server.Clock });
        var sink = next.Services.GetRequiredService<IActivitySink>();
        sink.Publish(new AgentActivity.Text("a", "m", "old"));

        await using var stream = await next.ListenAsync(Path, Text(earlier));
        sink.Publish(new AgentActivity.Text("a", "m", "new"));

        (await stream.NextFrameAsync())!.Json["text"]!.GetValue<string>().ShouldBe("new");
    }

    [Fact]
    public async Task The_streams_end_when_the_server_stops()
    {
        await using var unified = await Server.ListenAsync(Path);
        await using var agui = await Server.ListenAsync("/api/v1/agui/events");
        await using var tasks = await Server.ListenAsync("/api/v1/a2a/events");

        Server.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        (await unified.NextFrameAsync()).ShouldBeNull();
        (await agui.NextAsync("STATE_SNAPSHOT")).ShouldNotBeNull();
        (await agui.NextFrameAsync()).ShouldBeNull();
        (await tasks.NextFrameAsync()).ShouldBeNull();
    }

    private protected override ValueTask<ServerSetup> SetupAsync() => new(new ServerSetup { Fakes = FakeAgents.Of("two words", "other") });

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private void PublishMany(int count)
    {
        for (var number = 0; number < count; number++)
            Sink.Publish(new AgentActivity.Text("a", "m", "old"));
    }

    private async Task<long> FirstNumberAsync()
    {
        await using var stream = await Server.ListenAsync(Path);
        PublishMany(1);
        return (await stream.NextAsync("token")).Number;
    }
}
