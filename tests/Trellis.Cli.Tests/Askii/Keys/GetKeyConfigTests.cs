namespace Trellis.Cli.Tests.Askii.Keys;

public sealed class GetKeyConfigTests
{
    [Fact]
    public async Task The_answer_is_JSON_with_every_field()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.KeyConfig));
        var result = await cli.RunAsync("askii", "keys", "get-config", "--key", "k1", "--output", "table");
        result.Output.ShouldBe("""
            {
              "key_name": "k1",
              "key_alias": null,
              "models": [
                "gpt-4o"
              ],
              "default_model": null,
              "memory_enabled": false,
              "memory_mode": null
            }

            """);
        cli.Transport.LastRequest.Path.ShouldBe("/platform/get-key-config");
    }
}
