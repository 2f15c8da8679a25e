namespace Trellis.Cli.Tests.Akshi.Agents;

public sealed class StatusTests
{
    [Fact]
    public async Task The_table_shows_how_the_agents_are()
    {
        var result = await AkshiCli.Create(Answers.Ok(AkshiAnswers.Agents)).AkshiAsync("status");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe("""
            Agents

            Name         Status   Restarts      Uptime  Last active     Memory  Fuel left
            ───────────  ───────  ────────  ──────────  ───────────  ─────────  ─────────
            log-monitor  running         0   6 min 0 s        1.2 s  2,048 KiB    500,000
            researcher   idle            2  3 h 15 min            —      1 KiB   no limit

            """);
    }

    [Fact]
    public async Task One_agent_is_asked_for_by_its_name()
    {
        var cli = AkshiCli.Create(Answers.Ok("[]"));
        await cli.AkshiAsync("status", "a b/c");
        cli.Transport.LastRequest.Uri.Query.ShouldBe("?agent=a%20b%2Fc");
    }

    [Fact]
    public async Task As_JSON_it_is_the_list_of_the_wire_with_what_this_version_does_not_know()
    {
        var json = (await AkshiCli.Create(Answers.Ok(AkshiAnswers.Agents)).AkshiAsync("status", "-o", "json")).Json().AsArray();
        json[0]!["memory_profile"]!["fuel_remaining"]!.GetValue<long>().ShouldBe(500000);
        json[1]!.AsObject().ContainsKey("last_activity_ms_ago").ShouldBeTrue();
        json[1]!["zone"]!.GetValue<string>().ShouldBe("b");
    }

    [Fact]
    public async Task Watched_in_a_pipe_only_what_changes_is_printed()
    {
        using var interruption = new CancellationTokenSource();
        var cli = AkshiCli.InterruptedAfter(
            interruption,
            TextStyle.Plain,
            Answers.Ok("""[{"name":"a","status":"idle","uptime_ms":1,"restart_count":0},{"name":"b","status":"idle","restart_count":0}]"""),
            Answers.Ok("""[{"name":"a","status":"idle","uptime_ms":2,"restart_count":0},{"name":"b","status":"idle","restart_count":0}]"""),
            Answers.Ok("""[{"name":"a","status":"running","uptime_ms":3,"restart_count":1}]"""));
        var result = await cli.RunAsync(["akshi", "status", "--watch"], interruption.Token);
        result.ExitCode.ShouldBe(130);
        result.Output.ShouldBe("""
            2026-01-01T00:00:00+00:00  a  idle  0
            2026-01-01T00:00:00+00:00  b  idle  0
            2026-01-01T00:00:04+00:00  a  running  1
            2026-01-01T00:00:04+00:00  b  gone

            """);
    }

    [Fact]
    public async Task Watched_on_a_terminal_the_table_is_redrawn_where_it_stands()
    {
        using var interruption = new CancellationTokenSource();
        var cli = AkshiCli.InterruptedAfter(
            interruption, TextStyle.Ansi, Answers.Ok("""[{"name":"a","status":"idle"}]"""), Answers.Ok("""[{"name":"a","status":"running"}]"""));
        var result = await cli.RunAsync(["akshi", "status", "-w", "--interval", "0.5"], interruption.Token);
        result.ExitCode.ShouldBe(130);
        var frames = result.Output.Split("\e[5A");
        frames.Length.ShouldBe(2);
        frames[0].ShouldContain("idle");
        frames[1].ShouldContain("running");
        frames[1].ShouldEndWith("\e[J");
        cli.Time.Delays.ShouldAllBe(static delay => delay == TimeSpan.FromSeconds(0.5));
    }

    [Fact]
    public async Task Watched_as_JSON_each_look_is_a_line()
    {
        using var interruption = new CancellationTokenSource();
        var cli = AkshiCli.InterruptedAfter(interruption, TextStyle.Plain, Answers.Ok("[]"), Answers.Ok("""[{"name":"a"}]"""));
        var result = await cli.RunAsync(["akshi", "status", "--watch", "-o", "json"], interruption.Token);
        result.Lines().Length.ShouldBe(2);
        result.Lines()[0].ShouldBe("[]");
        result.Lines()[1].ShouldStartWith("""[{"name":"a",""");
    }

    [Fact]
    public async Task A_watch_whose_runtime_goes_away_ends_with_the_failure()
    {
        var cli = AkshiCli.Create(Answers.Ok("[]"), Answers.Error(503));
        (await cli.AkshiAsync("status", "--watch")).ExitCode.ShouldBe(5);
    }
}
