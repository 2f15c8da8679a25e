namespace Trellis.Cli.Tests.Akshi.Grants;

public sealed class GrantsTests
{
    [Fact]
    public async Task The_active_ones_are_listed()
    {
        var cli = AkshiCli.Create(Answers.Ok(AkshiAnswers.Grants));
        var result = await cli.AkshiAsync("grants", "list");
        result.ExitCode.ShouldBe(0);
        result.Lines()[^1].ShouldStartWith("7b0c4f0e-2d0b-4a54-9a38-1d9b1d3c2f10  researcher  anthropic  ANTHROPIC_API_KEY  2026-03-17T08:00:00+00:00");
        cli.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/runtime/api/v1/broker/grants");
    }

    [Fact]
    public async Task Others_are_listed_on_demand()
    {
        var cli = AkshiCli.Create(Answers.Ok("[]"));
        await cli.AkshiAsync("grants", "list", "--status", "all", "--agent", "researcher");
        cli.Transport.LastRequest.Uri.Query.ShouldBe("?status=all&agent=researcher");
    }

    [Fact]
    public async Task A_grant_is_revoked_by_its_id()
    {
        var cli = AkshiCli.Create(Answers.Ok(AkshiAnswers.Revoked));
        var result = await cli.AkshiAsync("grants", "revoke", "7b0c4f0e-2d0b-4a54-9a38-1d9b1d3c2f10", "-o", "json");
        result.Json()["status"]!.GetValue<string>().ShouldBe("revoked");
        cli.Transport.LastRequest.Method.ShouldBe(HttpMethod.Delete);
        cli.Transport.LastRequest.Path.ShouldBe("/runtime/api/v1/broker/grants/7b0c4f0e-2d0b-4a54-9a38-1d9b1d3c2f10");
    }

    [Theory]
    [InlineData("revoke")]
    [InlineData("restore")]
    public async Task A_grant_is_changed_by_its_agent_and_its_domain(string command)
    {
        var cli = AkshiCli.Create(Answers.Ok(AkshiAnswers.Revoked));
        (await cli.AkshiAsync("grants", command, "a/b", "anthropic")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Method.ShouldBe(HttpMethod.Post);
        cli.Transport.LastRequest.Path.ShouldBe($"/runtime/api/v1/broker/grants/a%2Fb/anthropic/{command}");
    }

    [Fact]
    public async Task One_that_is_not_there_exits_with_6() =>
        (await AkshiCli.Create(Answers.Error(404)).AkshiAsync("grants", "revoke", "x")).ExitCode.ShouldBe(6);
}
