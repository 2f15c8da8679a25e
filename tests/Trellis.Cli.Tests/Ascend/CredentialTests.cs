namespace Trellis.Cli.Tests.Ascend;

public sealed class CredentialTests
{
    [Theory]
    [InlineData(AscendCli.ApiKey, "evaluate", "--action-type", "a.b", "--resource", "r")]
    [InlineData(AscendCli.ApiKey, "register")]
    [InlineData(AscendCli.ApiKey, "complete", "1547")]
    [InlineData(AscendCli.AdminToken, "approvals", "list")]
    [InlineData(AscendCli.AdminToken, "approvals", "approve", "1547")]
    [InlineData(AscendCli.AdminToken, "policies", "list")]
    [InlineData(AscendCli.AdminToken, "webhooks", "list")]
    [InlineData(AscendCli.AdminToken, "audit", "verify")]
    [InlineData(AscendCli.AdminToken, "kill-switch", "status")]
    public async Task An_agent_comes_with_its_key_and_a_person_with_a_token(string credential, params string[] args)
    {
        var cli = AscendCli.Create(Answers.Ok("{}"));
        await cli.AscendAsync(args);
        cli.Transport.LastRequest.Headers["Authorization"].ShouldBe($"Bearer {credential}");
        cli.Transport.LastRequest.Headers["X-API-Key"].ShouldBe(credential);
    }

    [Fact]
    public async Task Without_a_token_what_anybody_may_read_is_asked_for_with_the_key()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Approvals));
        cli.Variables.Remove("ASCEND_ADMIN_TOKEN");
        (await cli.AscendAsync("approvals", "list")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Headers["X-API-Key"].ShouldBe(AscendCli.ApiKey);
    }

    [Theory]
    [InlineData("ASCEND_API_KEY", "There is no API key. Set ASCEND_API_KEY, or give --api-key.", "register")]
    [InlineData("ASCEND_ADMIN_TOKEN", "There is no person's token. Set ASCEND_ADMIN_TOKEN, or give --admin-token.", "approvals", "approve", "7")]
    public async Task A_missing_credential_exits_with_2_before_any_request(string variable, string message, params string[] args)
    {
        var cli = AscendCli.Create();
        cli.Variables.Remove(variable);
        var result = await cli.AscendAsync(args);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe($"authentication failed: {message}\n");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_options_win_over_the_variables()
    {
        var cli = AscendCli.Create(Answers.Ok(AscendAnswers.Registered));
        await cli.AscendAsync("register", "--url", "https://other.example", "--api-key", "owkai_live_other", "--agent-id", "other-agent");
        cli.Transport.LastRequest.Uri.Host.ShouldBe("other.example");
        cli.Transport.LastRequest.Headers["X-API-Key"].ShouldBe("owkai_live_other");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"other-agent\"");
    }

    [Fact]
    public async Task Under_the_name_ascend_the_platforms_commands_are_the_root()
    {
        var cli = new InProcessCli { ProgramName = "ascend" };
        var result = await cli.RunAsync("approvals", "approve", "--help");
        result.Output.ShouldContain("ascend approvals approve 1547");
    }
}
