namespace Trellis.Cli.Tests.Akshi;

public sealed class ConnectionTests
{
    [Fact]
    public async Task The_address_and_the_token_come_from_the_environment()
    {
        var cli = AkshiCli.Create(Answers.Ok("[]"));
        await cli.AkshiAsync("status");
        cli.Transport.LastRequest.Uri.ShouldBe(new Uri("https://node.example/runtime/api/v1/status"));
        cli.Transport.LastRequest.Headers["Authorization"].ShouldBe($"Bearer {AkshiCli.Token}");
    }

    [Fact]
    public async Task The_options_win_over_the_variables()
    {
        var cli = AkshiCli.Create(Answers.Ok("[]"));
        await cli.AkshiAsync("status", "--url", "http://127.0.0.1:4000", "--token", "another");
        cli.Transport.LastRequest.Uri.ShouldBe(new Uri("http://127.0.0.1:4000/api/v1/status"));
        cli.Transport.LastRequest.Headers["Authorization"].ShouldBe("Bearer another");
    }

    [Fact]
    public async Task Without_a_token_no_credential_is_sent()
    {
        var cli = AkshiCli.Create(Answers.Ok("[]"));
        cli.Variables.Remove("AKSHI_TOKEN");
        (await cli.AkshiAsync("status")).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Headers.ContainsKey("Authorization").ShouldBeFalse();
    }

    [Fact]
    public async Task With_nothing_set_the_runtime_on_this_machine_is_asked()
    {
        var cli = new InProcessCli(Answers.Ok("[]"));
        await cli.AkshiAsync("status");
        cli.Transport.LastRequest.Uri.ShouldBe(new Uri("http://127.0.0.1:3210/api/v1/status"));
    }

    [Fact]
    public async Task Under_the_name_akshi_the_runtimes_commands_are_the_root()
    {
        var cli = new InProcessCli { ProgramName = "akshi" };
        (await cli.RunAsync("approvals", "approve", "--help")).Output.ShouldContain("akshi approvals approve apr-001");
    }

    [Theory]
    [InlineData("status")]
    [InlineData("logs")]
    [InlineData("events")]
    [InlineData("reload")]
    public async Task The_token_is_in_no_message(string command)
    {
        var result = await AkshiCli.Create(Answers.Error(401, AkshiCli.Token)).AkshiAsync(command);
        result.ExitCode.ShouldBe(2);
        (result.Output + result.Error).ShouldNotContain(AkshiCli.Token);
    }
}
