namespace Trellis.Server.Tests.Cli;

public sealed class UsageTests
{
    [Theory]
    [InlineData("bogus")]
    [InlineData("--bogus")]
    [InlineData("--bootstrap", "perhaps")]
    [InlineData("env", "--format", "fish")]
    [InlineData("--ephemeral", "--urls", "nonsense")]
    [InlineData("token", "--ephemeral")]
    public async Task A_wrong_command_line_ends_with_two_and_an_empty_output(params string[] arguments)
    {
        var result = await ServerCommand.RunAsync(arguments);
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_wrong_variable_is_refused_as_a_wrong_flag_is()
    {
        var result = await ServerCommand.RunAsync(new Dictionary<string, string> { ["TRELLIS_LOG_LEVEL"] = "loud" }, "--ephemeral");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("loud");
    }

    [Fact]
    public async Task Plain_HTTP_beyond_this_machine_is_refused()
    {
        var result = await ServerCommand.RunAsync("--ephemeral", "--urls", "http://0.0.0.0:0");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--insecure");
    }

    [Fact]
    public async Task Plain_HTTP_beyond_this_machine_is_possible_when_asked_for()
    {
        await using var server = await ServerProcess.StartAsync("--ephemeral", "--urls", "http://0.0.0.0:0", "--insecure");
        server.Urls[0].Host.ShouldBe("0.0.0.0");
    }

    [Fact]
    public async Task Help_names_every_option_and_its_variable()
    {
        var help = (await ServerCommand.RunAsync("serve", "--help")).Output;
        foreach (var name in (string[])["data", "urls", "store", "blobs", "ephemeral", "bootstrap", "faults", "insecure", "log-level"])
        {
            help.ShouldContain($"--{name}");
            help.ShouldContain($"TRELLIS_{name.Replace('-', '_').ToUpperInvariant()}");
        }
    }

    [Fact]
    public async Task The_version_is_three_numbers()
    {
        var result = await ServerCommand.RunAsync("version");
        result.ExitCode.ShouldBe(0);
        result.Output.Trim().ShouldMatch(@"^\d+\.\d+\.\d+$");
    }
}
