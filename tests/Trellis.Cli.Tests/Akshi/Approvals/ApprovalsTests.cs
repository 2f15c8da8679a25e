namespace Trellis.Cli.Tests.Akshi.Approvals;

public sealed class ApprovalsTests
{
    [Fact]
    public async Task The_list_shows_what_waits()
    {
        var result = await AkshiCli.Create(Answers.Ok(AkshiAnswers.Approvals)).AkshiAsync("approvals", "list");
        result.Output.ShouldBe("""
            Approvals

            Id       Agent       Capability  Risk  Requested                  Expires                    Status   Decided by  Detail
            ───────  ──────────  ──────────  ────  ─────────────────────────  ─────────────────────────  ───────  ──────────  ────────────────────────────────
            apr-001  researcher  http_fetch  0.35  2026-03-17T10:00:00+00:00  2026-03-17T10:05:00+00:00  pending  —           GET https://api.example.com/data

            """);
    }

    [Theory]
    [InlineData("pending", 1, 0)]
    [InlineData("resolved", 0, 1)]
    [InlineData("all", 1, 1)]
    public async Task As_JSON_there_is_what_was_asked_for(string status, int pending, int resolved)
    {
        var json = (await AkshiCli.Create(Answers.Ok(AkshiAnswers.Approvals)).AkshiAsync("approvals", "list", "--status", status, "-o", "json")).Json();
        json["pending"]!.AsArray().Count.ShouldBe(pending);
        json["resolved"]!.AsArray().Count.ShouldBe(resolved);
        if (pending > 0) json["pending"]![0]!["queue"]!.GetValue<string>().ShouldBe("emea");
    }

    [Fact]
    public async Task A_server_that_lists_what_waits_alone_is_understood()
    {
        var result = await AkshiCli.Create(Answers.Ok("""[{"id":"apr-9","agent":"a"}]""")).AkshiAsync("approvals", "list", "-o", "json");
        result.Json()["pending"]![0]!["id"]!.GetValue<string>().ShouldBe("apr-9");
    }

    [Fact]
    public async Task Watched_in_a_pipe_a_new_one_is_a_line()
    {
        using var interruption = new CancellationTokenSource();
        var cli = AkshiCli.InterruptedAfter(
            interruption, TextStyle.Plain, Answers.Ok("""{"pending":[]}"""), Answers.Ok("""{"pending":[{"id":"apr-1","agent":"a","detail":"read x"}]}"""));
        var result = await cli.RunAsync(["akshi", "approvals", "list", "--watch"], interruption.Token);
        result.Lines().Length.ShouldBe(1);
        result.Lines()[0].ShouldContain("apr-1  a");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("deny")]
    public async Task An_approval_is_decided_with_a_reason(string verdict)
    {
        var cli = AkshiCli.Create(Answers.Ok(AkshiAnswers.Decided("apr-001", verdict)));
        var result = await cli.AkshiAsync("approvals", verdict, "apr-001", "--reason", "read it");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain(verdict);
        cli.Transport.LastRequest.Path.ShouldBe("/runtime/api/v1/approvals");
        cli.Transport.LastRequest.BodyText.ShouldBe($$"""{"request_id":"apr-001","decision":"{{verdict}}","reason":"read it"}""");
    }

    [Fact]
    public async Task Several_are_decided_each_and_one_that_cannot_be_does_not_stop_the_rest()
    {
        var cli = AkshiCli.Create(Answers.Ok(AkshiAnswers.Decided("apr-1")), Answers.Error(404), Answers.Ok(AkshiAnswers.Decided("apr-3")));
        var result = await cli.AkshiAsync("approvals", "approve", "apr-1", "apr-2", "apr-3", "apr-1", "-o", "json");
        result.ExitCode.ShouldBe(6);
        cli.Transport.Requests.Count.ShouldBe(3);
        result.Json()["decisions"]!.AsArray().Select(static decision => (string?)decision!["id"]).ShouldBe(["apr-1", "apr-3"]);
        result.Json()["failures"]![0]!["id"]!.GetValue<string>().ShouldBe("apr-2");
        result.Json()["failures"]![0]!["exit_code"]!.GetValue<int>().ShouldBe(6);
    }

    [Fact]
    public async Task The_outcome_of_each_of_several_stands_in_the_table()
    {
        var result = await AkshiCli.Create(Answers.Ok(AkshiAnswers.Decided("apr-1", "deny")), Answers.Error(404)).AkshiAsync("approvals", "deny", "apr-1", "apr-2");
        result.Lines().ShouldContain(static line => line.Contains("apr-1") && line.Contains("deny"));
        result.Lines().ShouldContain(static line => line.Contains("apr-2") && line.Contains("API error"));
    }

    [Fact]
    public async Task Without_an_id_nothing_is_decided()
    {
        var cli = AkshiCli.Create();
        (await cli.AkshiAsync("approvals", "approve")).ExitCode.ShouldBe(2);
        cli.Transport.Requests.ShouldBeEmpty();
    }
}
