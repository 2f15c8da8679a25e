namespace Trellis.Cli.Tests.Askii.Keys;

public sealed class RevokeKeyTests
{
    [Theory]
    [InlineData("json")]
    [InlineData("table")]
    public async Task The_answer_is_JSON_whatever_is_asked_for(string format)
    {
        var cli = new InProcessCli(Answers.Ok(Answers.RevokedKey));
        var result = await cli.RunAsync("askii", "keys", "revoke", "--key", "mine", "--output", format);
        result.Output.ShouldBe("""
            {
              "revoked": true,
              "detail": "ok"
            }

            """);
        cli.Transport.LastRequest.Path.ShouldBe("/platform/revoke-key");
        cli.Transport.LastRequest.BodyText.ShouldContain("\"key\":\"mine\"");
    }

    [Theory]
    [InlineData]
    [InlineData("--key", "")]
    public async Task Without_a_key_it_is_a_usage_error(params string[] arguments)
    {
        var cli = new InProcessCli();
        var result = await cli.RunAsync(["askii", "keys", "revoke", .. arguments]);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--key is missing. Give it, or set TRELLIS_ASKII_KEY.");
        cli.Transport.Requests.ShouldBeEmpty();
    }
}
