namespace Trellis.Cli.Tests.Output;

public sealed class TextStyleTests
{
    [Fact]
    public async Task On_a_terminal_the_title_of_a_table_stands_out()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ModelList)) { OutputStyle = TextStyle.Ansi };
        (await cli.RunAsync("askii", "models", "list")).Output.ShouldStartWith("\e[1mAvailable models\e[0m\n");
    }

    [Fact]
    public async Task On_a_terminal_the_kind_of_a_failure_stands_out()
    {
        var cli = new InProcessCli(Answers.Error(500)) { ErrorStyle = TextStyle.Ansi };
        (await cli.RunAsync("askii", "models", "list")).Error.ShouldStartWith("\e[1;31mserver error\e[0m: ");
    }
}
