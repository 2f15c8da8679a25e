using Trellis.Testing;

namespace Trellis.Cli.Tests.Ascend.Actions;

public sealed class WaitTests
{
    [Theory]
    [InlineData(AscendAnswers.Allowed, 0)]
    [InlineData(AscendAnswers.Denied, 10)]
    public async Task It_ends_with_the_decision(string answer, int exitCode)
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Pending), Answers.Ok(answer));
        (await cli.AscendAsync("wait", "1549")).ExitCode.ShouldBe(exitCode);
        cli.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/1549/status");
    }

    [Fact]
    public async Task When_nobody_decides_in_time_the_action_is_still_pending()
    {
        var cli = new InProcessCli { Variables = { ["ASCEND_API_KEY"] = AscendCli.ApiKey } };
        cli.Transport.Enqueue(Answers.Ok(AscendAnswers.Pending), 20);
        var result = await cli.AscendAsync("wait", "1549", "--timeout", "5");
        result.ExitCode.ShouldBe(11);
        result.Output.ShouldContain("decision   pending");
        cli.Time.Elapsed.ShouldBe(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_timeout_of_zero_looks_once()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Pending));
        (await cli.AscendAsync("wait", "1549", "--timeout", "0")).ExitCode.ShouldBe(11);
        cli.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task On_a_terminal_the_seconds_are_counted_and_the_line_goes_away()
    {
        var cli = new InProcessCli(Answers.Ok(AscendAnswers.Allowed))
        {
            ErrorStyle = TextStyle.Ansi,
            Variables = { ["ASCEND_API_KEY"] = AscendCli.ApiKey },
        };
        var result = await cli.AscendAsync("wait", "1549");
        result.Error.ShouldBe("\r\e[KWaiting for a decision about action 1549 (0 s)\r\e[K");
    }

    [Fact]
    public async Task Ctrl_C_ends_the_wait()
    {
        using var interruption = new CancellationTokenSource();
        var cli = new InProcessCli { Variables = { ["ASCEND_API_KEY"] = AscendCli.ApiKey } };
        cli.Transport.Enqueue(StubAnswer.Silence());
        var run = cli.RunAsync(["ascend", "wait", "1549"], interruption.Token);
        await interruption.CancelAsync();
        (await run).ExitCode.ShouldBe(130);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1e9")]
    public async Task A_timeout_that_is_no_span_of_seconds_is_a_usage_error(string timeout)
    {
        var result = await AscendCli.Create().AscendAsync("wait", "1549", "--timeout", timeout);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--timeout must be a number of seconds");
    }
}
