using Trellis.Testing;

namespace Trellis.Cli.Tests.Akshi.Logs;

public sealed class LogsTests
{
    [Fact]
    public async Task The_newest_lines_come_oldest_first()
    {
        var cli = AkshiCli.Create(Answers.Ok("""{"next_seq":158,"logs":[]}"""), Answers.Ok(AkshiAnswers.Logs(1, 157)));
        var result = await cli.AkshiAsync("logs", "--lines", "2");
        result.Output.ShouldBe("""
                 156  2026-03-17T10:00:01Z  warn   (runtime)         line 156
                 157  2026-03-17T10:00:01Z  info   log-monitor       line 157

            """);
        cli.Transport.Requests.Select(static request => request.Uri.Query).ShouldBe(["?since=9007199254740991&limit=1", "?limit=1000"]);
    }

    [Fact]
    public async Task Only_as_much_is_read_as_is_asked_for()
    {
        var cli = AkshiCli.Create(Answers.Ok("""{"next_seq":9001,"logs":[]}"""), Answers.Ok(AkshiAnswers.Logs(8002, 9000)));
        (await cli.AkshiAsync("logs")).Lines().Length.ShouldBe(20);
        cli.Transport.LastRequest.Uri.Query.ShouldBe("?since=8002&limit=1000");
    }

    [Fact]
    public async Task Lines_that_are_not_wanted_do_not_count()
    {
        var cli = AkshiCli.Create(
            Answers.Ok("""{"next_seq":2001,"logs":[]}"""), Answers.Ok(AkshiAnswers.Logs(1002, 2000)), Answers.Ok(AkshiAnswers.Logs(4, 1002)));
        var result = await cli.AkshiAsync("logs", "--lines", "400", "--agent", "log-monitor", "--level", "warn");
        result.Lines().Length.ShouldBe(400);
        result.Lines().ShouldAllBe(static line => line.Contains("warn") && line.Contains("log-monitor"));
        Numbers(result).ShouldBe(Numbers(result).Order());
        Numbers(result).ShouldBeUnique();
    }

    [Fact]
    public async Task What_a_bounded_log_has_forgotten_is_not_looked_for()
    {
        var cli = AkshiCli.Create(
            Answers.Ok("""{"next_seq":5001,"logs":[]}"""), Answers.Ok(AkshiAnswers.Logs(4990, 5000)), Answers.Ok(AkshiAnswers.Logs(4990, 5000)));
        (await cli.AkshiAsync("logs")).Lines().Length.ShouldBe(11);
        cli.Transport.AnswersLeft.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_does_not_tell_its_newest_is_read_through()
    {
        var cli = AkshiCli.Create(
            Answers.Ok("""{"next_seq":9007199254740991,"logs":[]}"""),
            Answers.Ok(AkshiAnswers.Logs(1, 3)), Answers.Ok(AkshiAnswers.Logs(3, 3)), Answers.Ok(AkshiAnswers.Logs(1, 3)));
        Numbers(await cli.AkshiAsync("logs")).ShouldBe([1, 2, 3]);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Everything_after_a_place_comes_once_from_servers_of_either_kind(int first)
    {
        var cli = AkshiCli.Create(
            Answers.Ok(AkshiAnswers.Logs(first, 1006)), Answers.Ok(AkshiAnswers.Logs(first + 999, 1010)), Answers.Ok(AkshiAnswers.Logs(1010, 1010)));
        var result = await cli.AkshiAsync("logs", "--since", "7");
        Numbers(result).ShouldBe(Enumerable.Range(8, 1003));
        cli.Transport.Requests[0].Uri.Query.ShouldBe("?since=7&limit=1000");
    }

    [Fact]
    public async Task Following_goes_on_where_the_newest_lines_end_until_it_is_interrupted()
    {
        using var interruption = new CancellationTokenSource();
        var cli = AkshiCli.InterruptedAfter(
            interruption,
            TextStyle.Plain,
            Answers.Ok("""{"next_seq":4,"logs":[]}"""),
            Answers.Ok(AkshiAnswers.Logs(1, 3)),
            Answers.Ok(AkshiAnswers.Logs(2, 5)),
            Answers.Ok(AkshiAnswers.Logs(4, 6)));
        var result = await cli.RunAsync(["akshi", "logs", "-f", "--lines", "1"], interruption.Token);
        result.ExitCode.ShouldBe(130);
        Numbers(result).ShouldBe([3, 4, 5, 6]);
    }

    [Fact]
    public async Task Following_from_nothing_begins_with_what_comes()
    {
        using var interruption = new CancellationTokenSource();
        var cli = AkshiCli.InterruptedAfter(
            interruption, TextStyle.Plain, Answers.Ok("""{"next_seq":1,"logs":[]}"""), Answers.Ok("""{"next_seq":1,"logs":[]}"""), Answers.Ok(AkshiAnswers.Logs(1, 2)));
        Numbers(await cli.RunAsync(["akshi", "logs", "--follow"], interruption.Token)).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task As_JSON_each_line_is_an_object()
    {
        var cli = AkshiCli.Create(Answers.Ok("""{"next_seq":2,"logs":[]}"""), Answers.Ok(AkshiAnswers.Logs(1, 1)));
        (await cli.AkshiAsync("logs", "-o", "json")).Lines().ShouldBe(
            ["""{"seq":1,"ts":"2026-03-17T10:00:01Z","level":"info","agent":"log-monitor","message":"line 1"}"""]);
    }

    [Fact]
    public async Task Control_characters_of_an_agent_do_not_reach_the_terminal()
    {
        var cli = AkshiCli.Create(Answers.Ok("""{"next_seq":1,"logs":[{"seq":1,"message":"\u001b[2Jgone"}]}"""), Answers.Ok("""{"next_seq":1,"logs":[]}"""));
        (await cli.AkshiAsync("logs", "--since", "0")).Output.ShouldContain("\\u001b[2Jgone");
    }

    [Fact]
    public async Task How_many_and_from_where_exclude_each_other()
    {
        var result = await AkshiCli.Create().AkshiAsync("logs", "--lines", "1", "--since", "1");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--lines and --since exclude each other.");
    }

    [Fact]
    public async Task Ctrl_C_ends_a_wait_for_the_server()
    {
        using var interruption = new CancellationTokenSource();
        var cli = AkshiCli.Create(StubAnswer.Silence());
        var run = cli.RunAsync(["akshi", "logs", "-f"], interruption.Token);
        await interruption.CancelAsync();
        (await run).ExitCode.ShouldBe(130);
    }

    private static List<int> Numbers(CliResult result) => [.. result.Lines().Select(static line => int.Parse(line.AsSpan(0, 8)))];
}
