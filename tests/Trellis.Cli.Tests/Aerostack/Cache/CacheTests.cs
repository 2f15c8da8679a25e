namespace Trellis.Cli.Tests.Aerostack.Cache;

public sealed class CacheTests
{
    [Theory]
    [InlineData("\"Guten \\u004dorgen\"", "Guten Morgen\n")]
    [InlineData("42", "42\n")]
    [InlineData("null", "null\n")]
    [InlineData("""{"a":[1]}""", "{\n  \"a\": [\n    1\n  ]\n}\n")]
    public async Task A_text_is_printed_as_it_is_and_else_JSON(string value, string printed)
    {
        var result = await AerostackCli.Create(Answers.Ok($$"""{"value":{{value}},"exists":true}""")).AerostackAsync("cache", "get", "k");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldBe(printed);
    }

    [Fact]
    public async Task Nothing_under_a_key_exits_with_6()
    {
        const string Miss = """{"value":null,"exists":false}""";
        var cli = AerostackCli.Create(Answers.Ok(Miss), Answers.Ok(Miss));
        var result = await cli.AerostackAsync("cache", "get", "k");
        result.ExitCode.ShouldBe(6);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldBe("There is nothing under 'k'.\n");
        (await cli.AerostackAsync("cache", "get", "k", "-o", "json")).Json().ToJsonString().ShouldBe("""{"key":"k","value":null,"exists":false}""");
    }

    [Theory]
    [InlineData("""{"key":"k","value":{"a":1},"ttl":2}""", "k", """{"a":1}""", "--ttl", "1.5")]
    [InlineData("""{"key":"k","value":null}""", "k", "null")]
    [InlineData("""{"key":"k","value":"null"}""", "k", "null", "--text")]
    [InlineData("""{"key":"k","value":""}""", "k", "", "--text")]
    public async Task A_value_is_JSON_unless_it_is_said_to_be_a_text(string sent, params string[] arguments)
    {
        var cli = AerostackCli.Create(Answers.Ok("""{"success":true}"""));
        (await cli.AerostackAsync(["cache", "set", .. arguments])).Json()["success"]!.GetValue<bool>().ShouldBeTrue();
        cli.Transport.LastRequest.BodyText.ShouldBe(sent);
    }

    [Fact]
    public async Task A_value_that_is_not_JSON_is_a_usage_error_that_names_the_way_out()
    {
        var cli = AerostackCli.Create();
        var result = await cli.AerostackAsync("cache", "set", "k", "hello");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("--text");
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"value":1,"exists":true}""", "yes\n", 0)]
    [InlineData("""{"value":null,"exists":false}""", "no\n", 6)]
    public async Task The_exit_code_tells_whether_there_is_a_value(string answer, string said, int exitCode)
    {
        var result = await AerostackCli.Create(Answers.Ok(answer)).AerostackAsync("cache", "exists", "k");
        result.Output.ShouldBe(said);
        result.ExitCode.ShouldBe(exitCode);
    }

    [Fact]
    public async Task A_counter_goes_up_and_down()
    {
        var cli = AerostackCli.Create(Answers.Ok("""{"value":-2}"""));
        (await cli.AerostackAsync("cache", "increment", "visits", "--amount", "-3")).Output.ShouldBe("-2\n");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"key":"visits","amount":-3,"initialValue":0}""");
    }

    [Fact]
    public async Task The_list_goes_on_to_the_next_page_until_there_are_enough()
    {
        var cli = AerostackCli.Create(
            Answers.Ok("""{"keys":[{"key":"a","expiration":1785542400}],"list_complete":false,"cursor":"c1"}"""),
            Answers.Ok("""{"keys":[{"key":"b"},{"key":"c"}],"list_complete":false,"cursor":"c2"}"""));
        var result = await cli.AerostackAsync("cache", "list", "", "--limit", "2");
        result.Output.ShouldBe("""
            Keys

            Key  Expires
            ───  ─────────────────────────
            a    2026-08-01T00:00:00+00:00
            b    —

            """);
        result.Error.ShouldBe("There are more. Give a higher --limit to see them.\n");
        cli.Transport.Requests.Select(static request => request.BodyText).ShouldBe(["""{"limit":3}""", """{"limit":3,"cursor":"c1"}"""]);
    }

    [Fact]
    public async Task Several_values_are_removed_at_once()
    {
        var cli = AerostackCli.Create(Answers.Ok("""{"success":true,"count":2,"deleted":1}"""));
        (await cli.AerostackAsync("cache", "delete", "a", "b", "a")).Json()["deleted"]!.GetValue<int>().ShouldBe(1);
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"keys":["a","b"]}""");
    }
}
