namespace Trellis.Cli.Tests.Aerostack.Queue;

public sealed class QueueTests
{
    private const string Job = """{"id":"j-1","type":"mail","data":{"to":"ada"},"status":"completed","createdAt":"2026-08-01T00:00:00Z","attempts":2}""";

    [Fact]
    public async Task A_job_is_enqueued_with_its_data_and_its_delay()
    {
        var cli = AerostackCli.Create(Testing.StubAnswer.Json(201, """{"jobId":"j-1","success":true}"""));
        (await cli.AerostackAsync("queue", "enqueue", "mail", "--data", """{"to":"ada"}""", "--delay", "60")).Json()["jobId"]!.GetValue<string>().ShouldBe("j-1");
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"data":{"to":"ada"},"type":"mail","delay":60}""");
    }

    [Fact]
    public async Task The_list_shows_the_jobs_that_are_wanted()
    {
        var cli = AerostackCli.Create(Answers.Ok($$"""{"jobs":[{{Job}}],"list_complete":true}"""));
        var result = await cli.AerostackAsync("queue", "jobs", "--status", "completed", "--type", "mail");
        result.Output.ShouldBe("""
            Jobs

            Id   Type  Status     Created                    Data
            ───  ────  ─────────  ─────────────────────────  ────────────
            j-1  mail  completed  2026-08-01T00:00:00+00:00  {"to":"ada"}

            """);
        result.Error.ShouldBeEmpty();
        cli.Transport.LastRequest.BodyText.ShouldBe("""{"status":"completed","type":"mail","limit":200}""");
    }

    [Fact]
    public async Task What_only_this_server_says_about_a_job_is_in_the_JSON_too()
    {
        var result = await AerostackCli.Create(Answers.Ok($$"""{"job":{{Job}},"exists":true}""")).AerostackAsync("queue", "job", "j-1", "-o", "json");
        result.Json()["status"]!.GetValue<string>().ShouldBe("completed");
        result.Json()["attempts"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task A_job_that_is_not_there_exits_with_6()
    {
        var result = await AerostackCli.Create(Answers.Ok("""{"job":null,"exists":false}""")).AerostackAsync("queue", "job", "j-2");
        result.ExitCode.ShouldBe(6);
        result.Error.ShouldBe("There is no job 'j-2'.\n");
    }

    [Theory]
    [InlineData("""{"success":true}""", 0)]
    [InlineData("""{"success":false,"note":"it is finished"}""", 6)]
    public async Task The_exit_code_tells_whether_a_job_was_cancelled(string answer, int exitCode) =>
        (await AerostackCli.Create(Answers.Ok(answer)).AerostackAsync("queue", "cancel", "j-1")).ExitCode.ShouldBe(exitCode);

    [Theory]
    [InlineData("/v1/queue/take", """{"count":2,"types":["mail"],"leaseSeconds":90,"worker":"w"}""", "take", "--count", "2", "-t", "mail", "--lease", "90", "--worker", "w")]
    [InlineData("/v1/queue/complete", """{"jobId":"j-1","lease":"l-1"}""", "complete", "j-1", "l-1")]
    [InlineData("/v1/queue/fail", """{"jobId":"j-1","lease":"l-1","error":"no","delay":5}""", "fail", "j-1", "l-1", "--error", "no", "--delay", "5")]
    public async Task A_worker_can_be_a_shell_script(string path, string sent, params string[] arguments)
    {
        var cli = AerostackCli.Create(Answers.Ok("""{"jobs":[],"success":true}"""));
        (await cli.AerostackAsync(["queue", .. arguments])).ExitCode.ShouldBe(0);
        cli.Transport.LastRequest.Path.ShouldBe(path);
        cli.Transport.LastRequest.BodyText.ShouldBe(sent);
    }

    [Fact]
    public async Task A_worker_whose_job_was_cancelled_is_told_by_the_exit_code() =>
        (await AerostackCli.Create(Answers.Ok("""{"success":false}""")).AerostackAsync("queue", "complete", "j-1", "l-1")).ExitCode.ShouldBe(6);
}
