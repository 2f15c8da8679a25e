namespace Trellis.Cli.Tests.Askii.Models;

public sealed class ListModelsTests
{
    [Fact]
    public async Task The_list_is_a_table_by_default()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.ModelList));
        var result = await cli.RunAsync("askii", "models", "list");
        result.Output.ShouldBe("""
            Available models

            Model
            ───────────
            gpt-4o
            gpt-4o-mini

            """);
        cli.Transport.LastRequest.Path.ShouldBe("/platform/available-models");
    }

    [Fact]
    public async Task As_JSON_the_models_are_objects()
    {
        var result = await new InProcessCli(Answers.Ok("{}")).RunAsync("askii", "models", "list", "--output", "JSON");
        result.Output.ShouldBe("{\n  \"models\": []\n}\n");
    }
}
