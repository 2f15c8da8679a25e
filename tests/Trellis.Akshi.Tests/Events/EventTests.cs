using Trellis.Testing;

namespace Trellis.Akshi.Tests.Events;

/// <summary>Contract sections 3.2 to 3.5, and section 8, numbers 10 and 11: what the streams bring.</summary>
public sealed class EventTests
{
    private static readonly EventStreamOptions Once = new() { Resume = false };

    [Fact]
    public async Task Events_of_the_ag_ui_stream_have_their_types_and_fields()
    {
        var events = await AguiAsync(
            """
            retry: 3000

            id: 41
            event: STATE_SNAPSHOT
            data: {"type":"STATE_SNAPSHOT","agents":[{"name":"log-monitor","status":"idle"}],"snapshot":{"agents":[{"name":"log-monitor","status":"idle"}]}}

            id: 42
            event: STATE_DELTA
            data: {"type":"STATE_DELTA","delta":[{"op":"replace","path":"/approvals_pending","value":1}]}

            id: 43
            event: RUN_STARTED
            data: {"type":"RUN_STARTED","agent":"a","threadId":"a","runId":"r","timestamp":1773741600000}

            id: 44
            event: TEXT_MESSAGE_CONTENT
            data: {"type":"TEXT_MESSAGE_CONTENT","messageId":"m","delta":"text"}

            id: 45
            event: TOOL_CALL_START
            data: {"type":"TOOL_CALL_START","agent":"a","toolCallId":"t","toolCallName":"n","args":{"x":1}}

            id: 46
            event: TOOL_CALL_END
            data: {"type":"TOOL_CALL_END","toolCallId":"t","result":"done"}

            id: 47
            event: RUN_FINISHED
            data: {"type":"RUN_FINISHED","agent":"a","runId":"r","durationMs":12,"outcome":"error","error":"out of fuel","extra":true}


            """);
        events.Select(item => item.Type).ShouldBe(
        [
            AguiEventType.StateSnapshot, AguiEventType.StateDelta, AguiEventType.RunStarted, AguiEventType.TextMessageContent, AguiEventType.ToolCallStart,
            AguiEventType.ToolCallEnd, AguiEventType.RunFinished,
        ]);
        events.Select(item => item.Id).ShouldBe(["41", "42", "43", "44", "45", "46", "47"]);
        events.ShouldAllBe(item => item.Name == item.Type.ToString());
        events[0].Agents.Single().Status.ShouldBe(AgentState.Idle);
        events[0].Snapshot!.Value.GetProperty("agents").GetArrayLength().ShouldBe(1);
        events[1].Delta!.Value[0].GetProperty("path").GetString().ShouldBe("/approvals_pending");
        events[1].Text.ShouldBeNull();
        (events[2].Agent, events[2].ThreadId, events[2].RunId, events[2].Timestamp).ShouldBe(("a", "a", "r", 1_773_741_600_000));
        (events[3].MessageId, events[3].Text).ShouldBe(("m", "text"));
        (events[4].ToolCallId, events[4].ToolCallName, events[4].Args!.Value.GetProperty("x").GetInt32()).ShouldBe(("t", "n", 1));
        (events[5].ToolCallId, events[5].Result).ShouldBe(("t", "done"));
        (events[6].DurationMs, events[6].Outcome, events[6].Error).ShouldBe((12, "error", "out of fuel"));
        events[6].AdditionalFields!["extra"].GetBoolean().ShouldBeTrue();
        events[6].Data.ShouldContain("\"extra\":true");
    }

    [Fact]
    public async Task The_data_says_what_an_event_is_and_else_its_name()
    {
        var events = await AguiAsync("data: {\"type\":\"RUN_STARTED\"}\n\nevent: RUN_FINISHED\ndata: {}\n\nevent: NEW_THING\ndata: not json\n\n");
        events.Select(item => item.Type.ToString()).ShouldBe(["RUN_STARTED", "RUN_FINISHED", "NEW_THING"]);
        events[2].Type.IsKnown.ShouldBeFalse();
        events[2].Data.ShouldBe("not json");
    }

    [Fact]
    public async Task Keep_alives_are_not_delivered_in_either_form()
    {
        const string Stream = ": keepalive\n\nevent: keepalive\ndata: {}\n\nevent: token\nid: 1\ndata: {\"agent\":\"a\",\"text\":\"hi\"}\n\n: keepalive\n\nevent: keepalive\ndata: {}\n\n";
        using var akshi = new AkshiFixture(null, new StubTransport(_ => StubAnswer.Text(Stream, "text/event-stream")));
        (await ToListAsync(akshi.Client.Events.StreamAsync(Once))).Single().Text.ShouldBe("hi");
        akshi.LastLine.ShouldBe("GET /api/v1/events");
        (await ToListAsync(akshi.Client.Events.StreamAgentAsync("a b", Once))).Single().Agent.ShouldBe("a");
        akshi.LastLine.ShouldBe("GET /api/v1/agents/stream?agent=a%20b");
        var seen = new List<string>();
        akshi.Client.EventsSse(seen.Add);
        await akshi.Client.EventsSseAsync(seen.Add);
        akshi.LastLine.ShouldBe("GET /api/v1/agui/events");
        seen.ShouldBe(["""{"agent":"a","text":"hi"}""", """{"agent":"a","text":"hi"}"""]);
    }

    [Fact]
    public async Task Events_of_the_unified_stream_have_their_types_and_fields()
    {
        using var akshi = new AkshiFixture(StubAnswer.Text(
            "event: token\ndata: {\"agent\":\"a\",\"text\":\"t\"}\n\n" +
            "event: tool_call_start\ndata: {\"agent\":\"a\",\"tool\":\"x\",\"args\":{\"n\":1}}\n\n" +
            "event: tool_call_end\ndata: {\"agent\":\"a\",\"tool\":\"x\",\"result\":\"r\"}\n\n" +
            "event: agent_complete\ndata: {\"agent\":\"a\",\"duration_ms\":5000000000}\n\n" +
            "event: error\ndata: {\"agent\":\"a\",\"error\":\"e\"}\n\n",
            "text/event-stream"));
        var events = await ToListAsync(akshi.Client.Events.StreamAsync(Once));
        events.Select(item => item.Type).ShouldBe(
            [RuntimeEventType.Token, RuntimeEventType.ToolCallStart, RuntimeEventType.ToolCallEnd, RuntimeEventType.AgentComplete, RuntimeEventType.Error]);
        (events[1].Tool, events[1].Args!.Value.GetProperty("n").GetInt32(), events[2].Result, events[3].DurationMs, events[4].Error)
            .ShouldBe(("x", 1, "r", 5_000_000_000, "e"));
    }

    [Fact]
    public async Task Events_of_tasks_hold_the_task()
    {
        using var akshi = new AkshiFixture(StubAnswer.Text(
            "event: task_created\ndata: {\"id\":\"task-1\",\"status\":\"pending\"}\n\n" +
            "event: task_progress\ndata: {\"id\":\"task-1\",\"status\":\"running\",\"progress\":{\"percent\":50}}\n\n" +
            "event: task_failed\ndata: gone\n\n",
            "text/event-stream"));
        var events = await ToListAsync(akshi.Client.Events.StreamTasksAsync(Once));
        akshi.LastLine.ShouldBe("GET /api/v1/a2a/events");
        events.Select(item => item.Type).ShouldBe([TaskEventType.Created, TaskEventType.Progress, TaskEventType.Failed]);
        (events[0].Task!.Id, events[0].Progress).ShouldBe(("task-1", null));
        (events[1].Task!.Status, events[1].Progress!.Value.GetProperty("percent").GetInt32()).ShouldBe((A2ATaskState.Running, 50));
        events[2].Task.ShouldBeNull();
    }

    [Fact]
    public async Task An_event_of_a_mebibyte_arrives_whole()
    {
        var text = new string('é', 512 * 1024);
        (await AguiAsync($"data: {{\"type\":\"TEXT_MESSAGE_CONTENT\",\"delta\":\"{text}\"}}\n\n")).Single().Text.ShouldBe(text);
    }

    [Fact]
    public async Task A_stream_may_arrive_byte_by_byte()
    {
        using var handler = new OneByteHandler("\uFEFFid: 1\r\ndata: grüße\r\ndata: 😀\r\n\r\n: c\r\n\r\ndata: b\n\n");
        using var client = new AkshiClient(new AkshiClientOptions(), new HttpClient(handler));
        (await ToListAsync(client.Events.StreamAguiAsync(Once))).Select(item => $"{item.Id} {item.Data}").ShouldBe(["1 grüße\n😀", "1 b"]);
        var seen = new List<string>();
        client.EventsSse(seen.Add);
        seen.ShouldBe(["grüße\n😀", "b"]);
    }

    [Fact]
    public async Task An_event_without_end_is_refused_before_it_fills_the_memory()
    {
        using var akshi = new AkshiFixture(StubAnswer.Text($"data: {new string('x', 17 * 1024 * 1024)}", "text/event-stream"));
        await Should.ThrowAsync<AkshiProtocolException>(() => ToListAsync(akshi.Client.Events.StreamAguiAsync()));
    }

    [Theory]
    [InlineData("\uFEFFdata: a\n\n", "a")]
    [InlineData("data: a\rdata: b\r\r", "a\nb")]
    [InlineData("data: a\r\ndata: b\r\n\r\n", "a\nb")]
    [InlineData("data\n\n", "")]
    [InlineData("data:a\n\ndata: lost", "a")]
    public async Task Lines_are_read_as_the_standard_has_it(string stream, string expected) => (await AguiAsync(stream)).Single().Data.ShouldBe(expected);

    [Fact]
    public async Task What_a_callback_throws_ends_the_reading()
    {
        using var akshi = new AkshiFixture(null, new StubTransport(_ => StubAnswer.Text("data: a\n\ndata: b\n\n", "text/event-stream")));
        var calls = 0;
        Should.Throw<InvalidOperationException>(() => akshi.Client.EventsSse(_ => throw new InvalidOperationException($"{++calls}")));
        await Should.ThrowAsync<InvalidOperationException>(() => akshi.Client.EventsSseAsync(_ => throw new InvalidOperationException($"{++calls}"), new()));
        calls.ShouldBe(2);
    }

    [Fact]
    public void A_name_and_a_callback_are_needed()
    {
        using var akshi = new AkshiFixture();
        Should.Throw<ArgumentException>(() => akshi.Client.Events.StreamAgentAsync(" "));
        Should.Throw<ArgumentNullException>(() => akshi.Client.EventsSse(null!));
    }

    internal static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private static async Task<List<AguiEvent>> AguiAsync(string stream)
    {
        using var akshi = new AkshiFixture(StubAnswer.Text(stream, "text/event-stream; charset=utf-8"));
        return await ToListAsync(akshi.Client.Events.StreamAguiAsync(Once));
    }
}
