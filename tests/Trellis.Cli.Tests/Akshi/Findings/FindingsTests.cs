namespace Trellis.Cli.Tests.Akshi.Findings;

public sealed class FindingsTests
{
    [Fact]
    public async Task The_newest_findings_come_a_line_each()
    {
        var cli = AkshiCli.Create(Answers.Ok("""{"next_seq":12,"findings":[]}"""), Answers.Ok(AkshiAnswers.Findings(1, 11)));
        var result = await cli.AkshiAsync("findings", "--lines", "2");
        result.Output.ShouldBe("""
                  10  2026-03-17T10:00:02Z  critical  log-monitor       logs/app.log: spike 10
                  11  2026-03-17T10:00:02Z  info      log-monitor       logs/app.log: spike 11

            """);
    }

    [Fact]
    public async Task What_matters_less_is_left_out_and_what_is_not_known_is_not()
    {
        var cli = AkshiCli.Create(
            Answers.Ok("""
                {"next_seq":5,"findings":[{"seq":1,"severity":"info","agent":"a","title":"t1"},{"seq":2,"severity":"medium","agent":"a","title":"t2"},
                 {"seq":3,"severity":"high","agent":"a","title":"t3"},{"seq":4,"severity":"dire","agent":"a","title":"t4"}]}
                """),
            Answers.Ok("""{"next_seq":5,"findings":[]}"""));
        var result = await cli.AkshiAsync("findings", "--since", "0", "--severity", "warning");
        result.Lines().Select(static line => line[^2..]).ShouldBe(["t2", "t3", "t4"]);
    }

    [Fact]
    public async Task As_JSON_a_finding_has_the_names_of_all_SDKs()
    {
        var cli = AkshiCli.Create(
            Answers.Ok("""{"next_seq":2,"findings":[]}"""), Answers.Ok("""{"next_seq":2,"findings":[{"seq":1,"severity":"info","agent":"a","title":"t"}]}"""));
        (await cli.AkshiAsync("findings", "-o", "json")).Lines().ShouldBe(
            ["""{"seq":1,"ts":null,"severity":"info","source":"a","agent":"a","file":null,"summary":"t","title":"t","detail":null}"""]);
    }

    [Fact]
    public async Task A_finding_is_posted()
    {
        var cli = AkshiCli.Create(Answers.Ok("""{"ok":true,"accepted":1,"seqs":[13],"seq":13,"next_seq":14}"""));
        var result = await cli.AkshiAsync(
            "findings", "post", "--source", "nightly", "--severity", "warning", "--file", "build.log", "--summary", "slow", "--detail", "12 min");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("13");
        cli.Transport.LastRequest.Path.ShouldBe("/runtime/api/v1/findings");
        cli.Transport.LastRequest.BodyText.ShouldBe(
            """{"findings":[{"source":"nightly","severity":"warning","file":"build.log","summary":"slow","detail":"12 min"}]}""");
    }

    [Fact]
    public async Task Several_are_posted_under_the_names_of_any_SDK()
    {
        var cli = AkshiCli.WithInput(
            """[{"source":"a","severity":"info","file":"f","summary":"s"},{"agent":"b","source":"http://x","severity":"high","title":"t","timestamp":"2026-03-17T10:00:00Z"}]""",
            Answers.Ok("""{"ok":true,"accepted":2,"seqs":[1,2]}"""));
        (await cli.AkshiAsync("findings", "post", "--records", "-")).ExitCode.ShouldBe(0);
        var body = cli.Transport.LastRequest.ReadJson().GetProperty("findings");
        body[0].GetProperty("source").GetString().ShouldBe("a");
        body[1].GetProperty("source").GetString().ShouldBe("b");
        body[1].GetProperty("file").GetString().ShouldBe("http://x");
        body[1].GetProperty("summary").GetString().ShouldBe("t");
        body[1].GetProperty("timestamp").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 3, 17, 10, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("""[{"source":"a","severity":"info","summary":"s"},{"severity":"info","summary":"s"}]""", "number 1 needs a source")]
    [InlineData("""[{"source":"a","summary":"s"}]""", "number 0 needs a severity")]
    [InlineData("""[{"source":"a","severity":"info"}]""", "number 0 needs a summary")]
    [InlineData("""[7]""", "number 0 is no finding")]
    [InlineData("""[null]""", "number 0 must be an object")]
    [InlineData("""{"source":"a"}""", "must be a JSON array")]
    public async Task A_record_that_is_no_finding_is_named_before_anything_is_sent(string records, string message)
    {
        var cli = AkshiCli.Create();
        var result = await cli.AkshiAsync("findings", "post", "--records", records);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(message);
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--summary", "s")]
    [InlineData("--source", "s")]
    public async Task A_finding_needs_a_source_and_a_summary(string option, string value) =>
        (await AkshiCli.Create().AkshiAsync("findings", "post", option, value)).ExitCode.ShouldBe(2);

    [Fact]
    public async Task A_command_that_does_not_exist_is_told_from_an_argument()
    {
        var result = await AkshiCli.Create().AkshiAsync("findings", "list");
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain("trellis akshi findings has no command 'list', but post.");
    }
}
