namespace Trellis.Cli.Tests.Akshi.Tasks;

public sealed class TasksTests
{
    [Fact]
    public async Task They_are_listed_by_state_and_agent()
    {
        var cli = AkshiCli.Create(Answers.Ok(AkshiAnswers.Tasks));
        var result = await cli.AkshiAsync("tasks", "list", "--status", "completed", "--agent", "researcher");
        result.Lines()[^1].ShouldStartWith("task-001  orchestrator  researcher  completed");
        cli.Transport.LastRequest.Uri.PathAndQuery.ShouldBe("/runtime/api/v1/a2a/tasks?status=completed&agent=researcher");
    }

    [Theory]
    [InlineData("""{"query": "new?"}""")]
    [InlineData("[1, 2]")]
    [InlineData("\"just a text\"")]
    public async Task A_task_is_given_any_JSON(string input)
    {
        var cli = AkshiCli.WithInput(input, Answers.Ok("""{"id":"task-002","status":"pending","created_at":"2026-03-17T09:00:00Z"}"""));
        var result = await cli.AkshiAsync("tasks", "create", "--to", "researcher", "--input", "-");
        result.ExitCode.ShouldBe(0);
        result.Output.ShouldContain("Task task-002");
        var body = cli.Transport.LastRequest.ReadJson();
        body.GetProperty("from").GetString().ShouldBe("operator");
        body.GetProperty("to").GetString().ShouldBe("researcher");
        body.GetProperty("input").ValueKind.ShouldNotBe(System.Text.Json.JsonValueKind.Null);
    }

    [Theory]
    [InlineData("--input must be JSON, and not null.", "null")]
    [InlineData("--input must be JSON.", "{")]
    [InlineData("--input cannot be read: ", "@no/such/file")]
    public async Task What_is_no_JSON_is_a_usage_error(string message, string input)
    {
        var result = await AkshiCli.Create().AkshiAsync("tasks", "create", "--to", "a", "--input", input);
        result.ExitCode.ShouldBe(2);
        result.Error.ShouldContain(message);
    }

    [Fact]
    public async Task One_is_shown_with_what_came_of_it()
    {
        var cli = AkshiCli.Create(Answers.Ok("""{"id":"task-001","status":"completed","input":{"query":"q"},"output":{"summary":"s"}}"""));
        var result = await cli.AkshiAsync("tasks", "get", "task-001");
        result.Output.ShouldContain("""{"summary":"s"}""");
        cli.Transport.LastRequest.Path.ShouldBe("/runtime/api/v1/a2a/tasks/task-001");
    }
}
