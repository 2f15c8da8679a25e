namespace Trellis.Cli.Tests.Output;

public sealed class JsonOutputTests
{
    [Fact]
    public async Task Characters_outside_of_ASCII_are_escaped_and_others_are_not()
    {
        var result = await new InProcessCli(Answers.Ok("""{"revoked":true,"detail":"clé 😀 <a href='x'>&\"\\"}""")).RunAsync("askii", "keys", "revoke", "--key", "k");
        result.Output.ShouldContain("cl\\u00e9");
        result.Output.ShouldContain("""<a href='x'>&\"\\""");
        result.Output.ShouldAllBe(c => char.IsAscii(c));
        result.Json()["detail"]!.GetValue<string>().ShouldBe("clé 😀 <a href='x'>&\"\\");
    }

    [Fact]
    public void A_pair_of_surrogates_becomes_two_escapes() => JsonOutput.EscapeNonAscii("\"😀\"").ShouldBe("\"\\ud83d\\ude00\"");

    [Fact]
    public async Task A_field_that_this_version_does_not_know_is_kept()
    {
        var result = await new InProcessCli(Answers.Ok("""{"revoked":true,"detail":"ok","revoked_by":"me"}""")).RunAsync("askii", "keys", "revoke", "--key", "k");
        result.Json()["revoked_by"]!.GetValue<string>().ShouldBe("me");
    }

    [Fact]
    public async Task JSON_is_never_coloured()
    {
        var cli = new InProcessCli(Answers.Ok(Answers.RevokedKey)) { OutputStyle = TextStyle.Ansi };
        (await cli.RunAsync("askii", "keys", "revoke", "--key", "k")).Output.ShouldNotContain("\e");
    }
}
