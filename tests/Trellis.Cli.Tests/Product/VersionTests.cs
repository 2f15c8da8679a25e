namespace Trellis.Cli.Tests.Product;

public sealed class VersionTests
{
    [Theory]
    [InlineData("version")]
    [InlineData("--version")]
    public async Task The_version_is_one_line(string argument)
    {
        var result = await new InProcessCli().RunAsync(argument);
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe($"{ProductVersion.Text}\n");
        result.Output.ShouldMatch(@"^\d+\.\d+\.\d+[-.\w]*\n$");
    }

    [Theory]
    [InlineData("1.2.3+0123abc", "1.2.3")]
    [InlineData("1.2.3-rc.1", "1.2.3-rc.1")]
    public void The_commit_is_left_out(string version, string shown) => ProductVersion.WithoutCommit(version).ShouldBe(shown);

    [Theory]
    [InlineData("version")]
    [InlineData("--help")]
    public async Task Neither_version_nor_help_looks_at_the_environment(string argument)
    {
        var host = new CliHost(TextWriter.Null, TextWriter.Null, name => throw new InvalidOperationException($"{name} was read."));
        (await CommandLine.RunAsync("trellis", [argument], host)).ShouldBe(0);
    }
}
