namespace Trellis.Cli.Tests.Ascend.Approvals;

public sealed class ApprovalsTests
{
    [Fact]
    public async Task The_list_shows_what_waits()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Approvals));
        var result = await cli.AscendAsync("approvals", "list");
        result.Output.ShouldBe("""
            Approvals

            Action  Agent         Type            Resource  Risk  Approvers  Stage    Expires                    Status
            ──────  ────────────  ──────────────  ────────  ────  ─────────  ───────  ─────────────────────────  ───────
              1549  refund-agent  payment.refund  orders      72  manager    manager  2026-01-15T14:30:45+00:00  pending

            """);
        cli.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/api/v1/approvals?status=pending&limit=100&offset=0");
    }

    [Fact]
    public async Task All_of_them_are_listed_on_demand()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Approvals));
        await cli.AscendAsync("approvals", "list", "--status", "all", "--limit", "500");
        cli.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/api/v1/approvals?limit=500&offset=0");
    }

    [Fact]
    public async Task As_JSON_what_this_version_does_not_know_is_there_too()
    {
        var result = await AscendCli.Create(Answers.Ok(AscendAnswers.Approvals)).AscendAsync("approvals", "list", "-o", "json");
        var json = result.Json();
        json["total"]!.GetValue<int>().ShouldBe(1);
        json["approvals"]![0]!["action_id"]!.GetValue<string>().ShouldBe("1549");
        json["approvals"]![0]!["queue"]!.GetValue<string>().ShouldBe("emea");
    }

    [Fact]
    public async Task People_are_told_when_there_are_more()
    {
        var result = await AscendCli.Create(Answers.Ok(AscendAnswers.Approvals.Replace("\"total\":1", "\"total\":61"))).AscendAsync("approvals", "list");
        result.Error.ShouldBe("These are the newest 1 of 61.\n");
    }

    [Fact]
    public async Task An_action_is_approved_with_comments()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Approved));
        var result = await cli.AscendAsync("approvals", "approve", "1549", "--comments", "fine");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("approved");
        result.Output.ShouldContain("admin");
        cli.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/1549/approve");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"comments": "fine"}""");
    }

    [Fact]
    public async Task An_action_is_rejected_with_a_reason()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Rejected));
        var result = await cli.AscendAsync("approvals", "reject", "1549", "--reason", "never paid", "--output", "json");
        result.ExitCode.ShouldBe(0);
        result.Json()["status"]!.GetValue<string>().ShouldBe("denied");
        cli.Transport.LastRequest.Path.ShouldBe("/api/v1/actions/1549/reject");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"reason": "never paid"}""");
    }

    [Fact]
    public async Task Several_actions_are_decided_each_and_one_that_cannot_be_does_not_stop_the_rest()
    {
        var cli = AscendCli.Create(
            Answers.Ok(AscendAnswers.Approved), Answers.Error(409), Answers.Error(400), Answers.Ok(AscendAnswers.Approved.Replace("1549", "1552")));
        var result = await cli.AscendAsync("approvals", "approve", "1549", "1550", "1551", "1552", "1549", "-o", "json");
        result.ExitCode.ShouldBe(6);
        cli.Transport.Requests.Select(static request => request.Path)
            .ShouldBe([.. new[] { 1549, 1550, 1551, 1552 }.Select(static id => $"/api/v1/actions/{id}/approve")]);
        var json = result.Json();
        json["decisions"]!.AsArray().Select(static decision => (string?)decision!["action_id"]).ShouldBe(["1549", "1552"]);
        json["failures"]!.AsArray().Select(static failure => ((string?)failure!["action_id"], (int?)failure["exit_code"]))
            .ShouldBe([("1550", 6), ("1551", 3)]);
    }

    [Fact]
    public async Task The_outcome_of_each_of_several_stands_in_the_table()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Rejected), Answers.Error(409));
        var result = await cli.AscendAsync("approvals", "reject", "1549", "1550", "--reason", "never paid");
        result.ExitCode.ShouldBe(6);
        var lines = result.Output.Split('\n');
        lines.ShouldContain(static line => line.Contains("1549") && line.Contains("denied") && line.Contains("never paid"));
        lines.ShouldContain(static line => line.Contains("1550") && line.Contains("API error"));
        cli.Transport.Requests.ShouldAllBe(static request => request.BodyText == """{"reason": "never paid"}""");
    }

    [Fact]
    public async Task Several_that_are_all_decided_are_a_success()
    {
        var result = await AscendCli.Create(Answers.Ok(AscendAnswers.Approved), Answers.Ok(AscendAnswers.Approved)).AscendAsync("approvals", "approve", "1549", "1550");
        result.ExitCode.ShouldBe(0);
        result.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_action_nothing_is_decided()
    {
        var cli = AscendCli.Create();
        (await cli.AscendAsync("approvals", "approve")).ExitCode.ShouldBe(2);
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, 3)]
    [InlineData(409, 6)]
    public async Task What_is_decided_already_cannot_be_decided_again(int status, int exitCode) =>
        (await AscendCli.Create(Answers.Error(status)).AscendAsync("approvals", "approve", "1549")).ExitCode.ShouldBe(exitCode);
}
