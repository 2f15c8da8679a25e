namespace Trellis.Cli.Tests.Aerostack.Database;

public sealed class QueryTests : IDisposable
{
    private const string Rows = """
        {"results":[{"id":1,"subject":"Ümlaut","score":0.5},{"id":20,"subject":null,"score":1.25,"team":"b"}],"count":2}
        """;

    private readonly string _directory = Directory.CreateTempSubdirectory("trellis-query").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task Rows_are_a_table_with_numbers_to_the_right()
    {
        var cli = AerostackCli.Create(Answers.Ok(Rows));
        var result = await cli.AerostackAsync("db", "query", "select * from tickets where status = ?", "--params", """["open"]""");
        result.Output.ShouldBe("""
            2 rows found

            id  subject  score  team
            ──  ───────  ─────  ────
             1  Ümlaut     0.5  —
            20  —         1.25  b

            """);
        cli.Transport.LastRequest.Path.ShouldBe("/v1/db/query");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"sql":"select * from tickets where status = ?","params":["open"]}""");
    }

    [Theory]
    [InlineData(0, "No rows\n")]
    [InlineData(1, "1 row changed\n")]
    [InlineData(3, "3 rows changed\n")]
    public async Task A_statement_without_rows_says_how_many_it_changed(int count, string said) =>
        (await AerostackCli.Create(Answers.Ok($$"""{"results":[],"count":{{count}}}""")).AerostackAsync("db", "query", "delete from t")).Output.ShouldBe(said);

    [Fact]
    public async Task As_JSON_the_answer_is_printed_as_it_is()
    {
        var result = await AerostackCli.Create(Answers.Ok(Rows)).AerostackAsync("db", "query", "select 1", "-o", "json");
        result.Json()["count"]!.GetValue<int>().ShouldBe(2);
        result.Json()["results"]![1]!["score"]!.ToJsonString().ShouldBe("1.25");
        result.Json()["results"]![1]!["subject"].ShouldBeNull();
    }

    [Fact]
    public async Task The_statement_can_come_from_a_file_and_from_a_pipe()
    {
        var file = Path.Combine(_directory, "q.sql");
        await File.WriteAllTextAsync(file, "select 2", TestContext.Current.CancellationToken);
        var cli = AerostackCli.WithInput("select 3", Answers.Ok(Rows), Answers.Ok(Rows));
        await cli.AerostackAsync("db", "query", $"@{file}");
        await cli.AerostackAsync("db", "query", "-");
        cli.Transport.Requests.Select(static request => request.BodyText).ShouldBe(["""{"sql":"select 2"}""", """{"sql":"select 3"}"""]);
    }

    [Theory]
    [InlineData("select ?", "--params", "7")]
    [InlineData("select ?", "--params", "[1")]
    [InlineData("@/no/such/file.sql")]
    [InlineData("")]
    public async Task What_cannot_be_read_is_a_usage_error(params string[] arguments)
    {
        var cli = AerostackCli.Create();
        (await cli.AerostackAsync(["db", "query", .. arguments])).ExitCode.ShouldBe(2);
        cli.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_value_cannot_steer_the_terminal() =>
        (await AerostackCli.Create(Answers.Ok("""{"results":[{"a\u001b":"\u001b[2J"}],"count":1}""")).AerostackAsync("db", "query", "select 1"))
            .Output.ShouldNotContain("\e");
}
