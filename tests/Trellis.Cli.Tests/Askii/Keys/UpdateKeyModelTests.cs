namespace Trellis.Cli.Tests.Askii.Keys;

public sealed class UpdateKeyModelTests
{
    [Fact]
    public async Task The_models_are_sent_in_their_order_and_the_answer_is_JSON()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.UpdatedKey));
        var result = await cli.RunAsync("askii", "keys", "update-model", "--key", "k1", "-m", "a", "-m", "b", "--default-model", "b");
        cli.Transport.LastRequest.Path.ShouldBe("/platform/update-key-model");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"key":"k1","models":["a","b"],"default_model":"b","mpass_token":"token-of-the-test"}""");
        result.Output.ShouldBe("""
            {
              "updated": true,
              "key_name": "k1",
              "models": [
                "a",
                "b"
              ],
              "default_model": "b"
            }

            """);
    }

    [Fact]
    public async Task Without_a_model_it_is_a_usage_error()
    {
        var cli = new InProcessCli();
        var result = await cli.RunAsync("askii", "keys", "update-model", "--key", "k1");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--model is missing.");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_option_takes_one_model()
    {
        var result = await new InProcessCli().RunAsync("askii", "keys", "update-model", "--key", "k1", "-m", "a", "b");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("takes no argument 'b'");
    }
}
