namespace Trellis.Cli.Tests.Running;

public sealed class UsageTests
{
    [Fact]
    public async Task An_unknown_command_is_told_which_there_are()
    {
        var result = await new InProcessCli().RunAsync("askii", "keys", "lst");
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldBe("""
            usage error: trellis askii keys has no command 'lst', but list, provision, revoke, get-config, update-model.
            Try 'trellis askii keys --help'.

            """);
    }

    [Fact]
    public async Task An_unknown_option_is_named_but_not_its_value()
    {
        var result = await new InProcessCli().RunAsync("askii", "keys", "list", "--tokn", "very-secret");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("trellis askii keys list has no option '--tokn'.");
        result.Error.ShouldNotContain("very-secret");
    }

    [Fact]
    public async Task The_connection_belongs_to_the_commands_and_not_to_the_root() =>
        (await new InProcessCli().RunAsync("--token", "t", "askii", "keys", "list")).ExitCode.ShouldBe(2);

    [Fact]
    public async Task An_option_without_its_value_is_a_usage_error()
    {
        var result = await new InProcessCli().RunAsync("askii", "keys", "list", "--base-url");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--base-url");
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("ftp://example.com")]
    [InlineData("example.com")]
    public async Task A_base_URL_has_to_be_an_address(string url)
    {
        var result = await new InProcessCli().RunAsync("askii", "keys", "list", "--base-url", url);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain($"--base-url must be an absolute http or https address such as https://api.example.com, but is '{url}'.");
    }

    [Fact]
    public async Task An_output_format_has_to_be_one_of_the_two()
    {
        var result = await new InProcessCli().RunAsync("askii", "keys", "list", "--output", "xml");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--output must be one of table, json, but is 'xml'.");
    }
}
