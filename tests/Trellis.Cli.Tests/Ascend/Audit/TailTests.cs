using Trellis.Testing;

namespace Trellis.Cli.Tests.Ascend.Audit;

public sealed class TailTests
{
    [Fact]
    public async Task The_newest_records_come_oldest_first_a_line_each()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.AuditPage(7, 6)));
        var result = await cli.AscendAsync("audit", "tail", "--lines", "2");
        result.Output.ShouldBe("""
                   6  2026-01-15T10:30:00Z  SUCCESS  agent_action_submitted        key_1                     action 6
                   7  2026-01-15T10:30:00Z  SUCCESS  agent_action_submitted        key_1                     action 7

            """);
        cli.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/audit/logs?limit=2&offset=0");
    }

    [Fact]
    public async Task As_JSON_each_line_is_an_object()
    {
        var result = await AscendCli.Create(Answers.Ok(AscendAnswers.AuditPage(7, 6))).AscendAsync("audit", "tail", "--lines", "2", "-o", "json");
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2);
        lines[0].ShouldStartWith("""{"sequence_number":6,"event_id":"id-6",""");
    }

    [Fact]
    public async Task A_log_that_is_shorter_than_asked_for_is_shown_as_it_is()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.AuditPage(3, 1)), Answers.Ok("""{"events":[]}"""));
        var result = await cli.AscendAsync("audit", "tail");
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(3);
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Following_prints_what_was_added_once_and_in_order_until_it_is_interrupted()
    {
        using var interruption = new CancellationTokenSource();
        var polls = 0;
        var cli = Following(request => ++polls switch
        {
            1 => Answers.Ok(AscendAnswers.AuditPage(2, 1)),
            2 => Answers.Ok(AscendAnswers.AuditPage(2, 1)),
            3 => Answers.Ok(AscendAnswers.AuditPage(5, 1)),
            _ => Interrupt(interruption),
        });
        var result = await cli.RunAsync(["ascend", "audit", "tail", "--follow", "--lines", "2"], interruption.Token);
        result.ExitCode.ShouldBe(130);
        Numbers(result).ShouldBe([1, 2, 3, 4, 5]);
        cli.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task More_than_a_page_of_additions_is_read_page_by_page_and_a_record_pushed_on_is_not_printed_twice()
    {
        using var interruption = new CancellationTokenSource();
        var polls = 0;
        var cli = Following(request => ++polls switch
        {
            1 => Answers.Ok(AscendAnswers.AuditPage(1, 1)),
            2 => Answers.Ok(AscendAnswers.AuditPage(201, 102)),
            3 => Answers.Ok(AscendAnswers.AuditPage(103, 4)),
            4 => Answers.Ok(AscendAnswers.AuditPage(5, 1)),
            _ => Interrupt(interruption),
        });
        var result = await cli.RunAsync(["ascend", "audit", "tail", "--follow", "--lines", "1"], interruption.Token);
        Numbers(result).ShouldBe(Enumerable.Range(1, 201));
    }

    [Fact]
    public async Task The_filter_reaches_the_request()
    {
        var cli = AscendCli.Create(Answers.Ok("""{"events":[]}"""));
        await cli.AscendAsync(
            "audit", "tail", "--event-type", "agent_registered", "--actor", "key_1", "--resource-type", "agent", "--from", "2026-07-01", "--until",
            "2026-08-01T00:00:00Z");
        var query = cli.Transport.LastRequest.Uri.Query;
        query.ShouldContain("event_type=agent_registered");
        query.ShouldContain("actor_id=key_1");
        query.ShouldContain("resource_type=agent");
        query.ShouldContain("start_date=2026-07-01T00%3A00%3A00");
        query.ShouldContain("end_date=2026-08-01T00%3A00%3A00");
    }

    private static InProcessCli Following(Func<RecordedRequest, StubAnswer> answer) =>
        new(new StubTransport(answer)) { Variables = { ["ASCEND_API_KEY"] = AscendCli.ApiKey } };

    private static StubAnswer Interrupt(CancellationTokenSource interruption)
    {
        interruption.Cancel();
        return Answers.Ok("{}");
    }

    private static IEnumerable<int> Numbers(CliResult result) =>
        result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => int.Parse(line.AsSpan(0, 8)));
}
