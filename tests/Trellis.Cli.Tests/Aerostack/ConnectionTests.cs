namespace Trellis.Cli.Tests.Aerostack;

public sealed class ConnectionTests
{
    [Fact]
    public async Task The_address_the_key_and_the_project_come_from_the_variables()
    {
        var cli = AerostackCli.Create(Answers.Ok("{}"));
        cli.Variables["AEROSTACK_PROJECT_ID"] = "support";
        await cli.AerostackAsync("cache", "get", "k");
        cli.Transport.LastRequest.Uri.ShouldBe(new Uri("https://aerostack.example/v1/cache/get"));
        cli.Transport.LastRequest.Headers["X-Aerostack-Key"].ShouldBe(AerostackCli.ApiKey);
        cli.Transport.LastRequest.Headers["X-Project-Id"].ShouldBe("support");
    }

    [Fact]
    public async Task The_options_win_over_the_variables()
    {
        var cli = AerostackCli.Create(Answers.Ok("{}"));
        await cli.AerostackAsync("cache", "get", "k", "--url", "https://other.example/v1", "--api-key", "ac_secret_other", "--project-id", "p");
        cli.Transport.LastRequest.Uri.Host.ShouldBe("other.example");
        cli.Transport.LastRequest.Headers["X-Aerostack-Key"].ShouldBe("ac_secret_other");
        cli.Transport.LastRequest.Headers["X-Project-Id"].ShouldBe("p");
    }

    [Fact]
    public async Task A_missing_key_exits_with_2_before_any_request()
    {
        var cli = AerostackCli.Create();
        cli.Variables.Remove("AEROSTACK_API_KEY");
        var result = await cli.AerostackAsync("storage", "ls");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldBe("authentication failed: There is no key. Set AEROSTACK_API_KEY, or give --api-key.\n");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Under_the_name_aerostack_the_platforms_commands_are_the_root()
    {
        var result = await new InProcessCli { ProgramName = "aerostack" }.RunAsync("storage", "put", "--help");
        result.Output.ShouldContain("aerostack storage put july.pdf reports/july.pdf");
    }
}
