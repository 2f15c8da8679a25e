using Trellis.Testing;

namespace Trellis.Cli.Tests.Akshi.Events;

public sealed class EventsTests
{
    private const string EventStream = "text/event-stream";

    [Fact]
    public async Task Each_event_is_a_line()
    {
        var cli = AkshiCli.Create(StubAnswer.Text(AkshiAnswers.Agui, EventStream));
        var result = await cli.AkshiAsync("events", "--once");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("""
                  41  STATE_SNAPSHOT                          log-monitor idle
                  42  RUN_STARTED           log-monitor       run r-1
                  43  TOOL_CALL_START       log-monitor       read_file {"path":"a.log"}
                  44  RUN_FINISHED          log-monitor       error in 12 ms: out of fuel

            """);
        cli.Transport.LastRequest.Path.ShouldBe("/runtime/api/v1/agui/events");
    }

    [Fact]
    public async Task As_JSON_each_line_is_an_object_with_the_data_as_it_came()
    {
        var result = await AkshiCli.Create(StubAnswer.Text(AkshiAnswers.Agui, EventStream)).AkshiAsync("events", "--once", "-e", "RUN_STARTED", "-o", "json");
        result.Lines().ShouldBe(
            ["""{"id":"42","event":"RUN_STARTED","data":{"type":"RUN_STARTED","agent":"log-monitor","threadId":"log-monitor","runId":"r-1","timestamp":1}}"""]);
    }

    [Fact]
    public async Task Data_that_is_no_JSON_is_a_text()
    {
        var cli = AkshiCli.Create(StubAnswer.Text("event: x\ndata: half {\n\n", EventStream));
        (await cli.AkshiAsync("events", "--once", "-o", "json")).Lines().ShouldBe(["""{"id":"","event":"x","data":"half {"}"""]);
    }

    [Fact]
    public async Task It_ends_after_as_many_as_wanted()
    {
        var cli = AkshiCli.Create(StubAnswer.Text(AkshiAnswers.Agui, EventStream).StallAfter(AkshiAnswers.Agui.Length));
        var result = await cli.AkshiAsync("events", "--count", "2");
        result.ExitCode.ShouldBe(0);
        result.Lines().Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_stream_that_ends_is_resumed_behind_its_last_event()
    {
        var cli = AkshiCli.Create(
            StubAnswer.Text(AkshiAnswers.Agui, EventStream), StubAnswer.Text("id: 45\nevent: RUN_STARTED\ndata: {\"agent\":\"b\",\"runId\":\"r-2\"}\n\n", EventStream));
        var result = await cli.AkshiAsync("events", "--count", "5");
        result.Lines()[^1].ShouldContain("run r-2");
        cli.Transport.LastRequest.Headers["Last-Event-ID"].ShouldBe("44");
    }

    [Theory]
    [InlineData("/runtime/api/v1/events", "--stream", "runtime")]
    [InlineData("/runtime/api/v1/agents/stream?agent=log-monitor", "--agent", "log-monitor")]
    [InlineData("/runtime/api/v1/agents/stream?agent=log-monitor", "--stream", "runtime", "--agent", "log-monitor")]
    [InlineData("/runtime/api/v1/a2a/events", "--stream", "tasks")]
    public async Task There_are_other_streams(string path, params string[] args)
    {
        var cli = AkshiCli.Create(StubAnswer.Text("", EventStream));
        await cli.AkshiAsync(["events", "--once", .. args]);
        cli.Transport.LastRequest.Uri.PathAndQuery.ShouldBe(path);
    }

    [Fact]
    public async Task What_agents_say_and_do_is_told_in_a_line()
    {
        const string Events = """
            event: token
            data: {"agent":"a","text":"hello"}

            event: tool_call_end
            data: {"agent":"a","tool":"read_file","result":"3 findings"}

            event: agent_complete
            data: {"agent":"a","duration_ms":7}

            event: keepalive
            data: {}

            event: error
            data: {"agent":"a","error":"no fuel"}


            """;
        var result = await AkshiCli.Create(StubAnswer.Text(Events, EventStream)).AkshiAsync("events", "--stream", "runtime", "--once");
        result.Lines().Select(static line => line[50..]).ShouldBe(["hello", "read_file 3 findings", "done in 7 ms", "no fuel"]);
    }

    [Fact]
    public async Task What_becomes_of_tasks_is_told_in_a_line()
    {
        const string Events = "id: 1\nevent: task_failed\ndata: {\"id\":\"task-1\",\"from\":\"o\",\"to\":\"r\",\"status\":\"failed\",\"error\":\"late\"}\n\n";
        var result = await AkshiCli.Create(StubAnswer.Text(Events, EventStream)).AkshiAsync("events", "--stream", "tasks", "--once");
        result.Lines()[0].ShouldEndWith("task-1 from o: late");
    }

    [Fact]
    public async Task It_begins_behind_an_event()
    {
        var cli = AkshiCli.Create(StubAnswer.Text("", EventStream));
        await cli.AkshiAsync("events", "--once", "--after", "17");
        cli.Transport.LastRequest.Headers["Last-Event-ID"].ShouldBe("17");
    }

    [Theory]
    [InlineData("--stream", "tasks", "--agent", "a")]
    [InlineData("--stream", "agui", "--agent", "a")]
    [InlineData("--after", "a\nb")]
    [InlineData("--count", "0")]
    public async Task What_does_not_go_together_is_a_usage_error(params string[] args)
    {
        var cli = AkshiCli.Create();
        (await cli.AkshiAsync(["events", .. args])).ExitCode.ShouldBe(2);
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ctrl_C_ends_a_silent_stream()
    {
        using var interruption = new CancellationTokenSource();
        var cli = AkshiCli.Create(StubAnswer.Text("", EventStream).StallAfter(0));
        var run = cli.RunAsync(["akshi", "events"], interruption.Token);
        await interruption.CancelAsync();
        (await run).ExitCode.ShouldBe(130);
    }
}
