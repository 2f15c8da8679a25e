namespace Trellis.Cli.Tests.Hosting;

public sealed class ProgramNameTests
{
    [Theory]
    [InlineData("askii", "askii")]
    [InlineData("/usr/local/bin/askii", "askii")]
    [InlineData(@"C:\Program Files\Trellis\Askii.EXE", "askii")]
    [InlineData("./trellis", "trellis")]
    [InlineData("trellis-1.2", "trellis-1.2")]
    public void The_name_is_the_last_part_of_the_path(string path, string name) => ProgramName.Simplify(path).ShouldBe(name);

    [Fact]
    public async Task Called_askii_the_platforms_commands_are_the_root()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.KeyList)) { ProgramName = "askii" };
        var result = await cli.RunAsync("keys", "list", "--output", "json");
        result.ExitCode.ShouldBe(0);
        result.Json()["user_id"]!.GetValue<string>().ShouldBe("u-1");
    }

    [Fact]
    public async Task Called_askii_the_help_says_so()
    {
        var result = await new InProcessCli { ProgramName = "askii" }.RunAsync("--help");
        result.Output.ShouldContain("Askii platform CLI");
        result.Output.ShouldContain("askii [command]");
    }

    [Fact]
    public async Task Called_askii_there_is_a_version_too() =>
        (await new InProcessCli { ProgramName = "askii" }.RunAsync("version")).Output.ShouldBe($"{ProductVersion.Text}\n");

    [Fact]
    public async Task Called_anything_else_the_platform_is_named_first() =>
        (await new InProcessCli { ProgramName = "something" }.RunAsync("keys", "list")).ExitCode.ShouldBe(2);
}
