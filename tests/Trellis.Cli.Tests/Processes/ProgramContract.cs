using Trellis.Cli.Tests.Aerostack;
using Trellis.Cli.Tests.Akshi;
using Trellis.Cli.Tests.Ascend;

namespace Trellis.Cli.Tests.Processes;

/// <summary>What the program does as a process, whichever way it was built.</summary>
public abstract class ProgramContract
{
    /// <summary>The program, or the end of the test when it cannot be had on this machine.</summary>
    protected abstract string Program { get; }

    [Fact]
    public async Task It_prints_its_version()
    {
        var result = await CliProcess.RunAsync(Program, ["version"]);
        result.Output.TrimEnd().ShouldBe(ProductVersion.Text);
        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task It_shows_its_help()
    {
        var result = await CliProcess.RunAsync(Program, ["askii", "keys", "provision", "--help"]);
        result.Output.ShouldContain("trellis askii keys provision [options]");
        result.Output.ShouldContain("Examples:");
        result.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task It_exits_with_2_without_a_token()
    {
        var result = await CliProcess.RunAsync(Program, ["askii", "keys", "list"]);
        result.ExitCode.ShouldBe(2);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldContain("There is no token.");
    }

    [Fact]
    public async Task It_prints_the_list_as_JSON_alone()
    {
        await using var server = await StubServer.AnsweringAsync(200, Answers.KeyList);
        var result = await CliProcess.RunAsync(
            Program, ["askii", "keys", "list", "--output", "json"], ("ASKII_TOKEN", "t"), ("ASKII_BASE_URL", server.Url));
        result.Json()["keys"]![0]!["key_name"]!.GetValue<string>().ShouldBe("k1");
        result.Error.ShouldBeEmpty();
        result.ExitCode.ShouldBe(0);
        (await server.FirstRequest).ShouldBe("""POST /platform/list-keys {"mpass_token":"t"}""");
    }

    [Fact]
    public async Task It_prints_a_table_without_colours_into_a_pipe()
    {
        await using var server = await StubServer.AnsweringAsync(200, Answers.ModelList);
        var result = await CliProcess.RunAsync(Program, ["askii", "models", "list", "--token", "t", "--base-url", server.Url]);
        result.Output.ShouldStartWith("Available models");
        result.Output.ShouldNotContain("\e");
    }

    [Theory]
    [InlineData(401, "{}", 2)]
    [InlineData(422, Answers.FieldErrors, 3)]
    [InlineData(200, "not JSON", 4)]
    [InlineData(500, "{}", 5)]
    [InlineData(404, "{}", 6)]
    [InlineData(200, "{}", 99)]
    public async Task Every_exit_code_is_reached(int status, string json, int exitCode)
    {
        await using var server = await StubServer.AnsweringAsync(status, json);
        var result = await CliProcess.RunAsync(
            Program, ["askii", "keys", "list"], ("ASKII_TOKEN", "t"), ("ASKII_BASE_URL", server.Url), ("ASKII_MAX_RETRIES", "1"));
        result.ExitCode.ShouldBe(exitCode, result.Error);
        result.Output.ShouldBeEmpty();
        result.Error.ShouldNotBeEmpty();
        result.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData(AscendAnswers.Allowed, 0)]
    [InlineData(AscendAnswers.Denied, 10)]
    [InlineData(AscendAnswers.Pending, 11)]
    public async Task It_tells_a_decision_by_its_exit_code_and_as_JSON(string answer, int exitCode)
    {
        await using var server = await StubServer.AnsweringAsync(200, answer);
        var result = await CliProcess.RunAsync(
            Program,
            ["ascend", "evaluate", "--action-type", "a.b", "--resource", "r", "--parameters", """{"n": 1.0}""", "-o", "json"],
            ("ASCEND_API_KEY", AscendCli.ApiKey), ("ASCEND_API_URL", server.Url));
        result.ExitCode.ShouldBe(exitCode, result.Error);
        result.Json()["decision"]!.GetValue<string>().ShouldBe(exitCode switch { 0 => "allowed", 10 => "denied", _ => "pending" });
        (await server.FirstRequest).ShouldStartWith("POST /api/v1/actions/submit {\"action_details\": {\"n\": 1.0}, ");
    }

    [Theory]
    [InlineData("""{"approvals":[{"approval_request_id":"apr_1","action_id":7,"stages":[{"name":"manager"}]}]}""", "approvals", "list")]
    [InlineData("""{"policies":[{"id":3,"policy_name":"p","conditions":{"a":1}}]}""", "policies", "list")]
    [InlineData("""{"webhooks":[{"id":7,"url":"https://h.example"}]}""", "webhooks", "list")]
    [InlineData("""{"events":[{"id":"e","sequence_number":1,"details":{"a":1}}]}""", "audit", "tail", "--lines", "1")]
    [InlineData("""{"status":"VALID","total_records":1}""", "audit", "verify")]
    [InlineData("""{"active":true}""", "kill-switch", "status")]
    [InlineData("""{"success":true,"agent_id":"a","metadata":{"b":1}}""", "register", "--agent-id", "a")]
    [InlineData("""{"success":true,"status":"completed"}""", "complete", "7", "--result", """{"rows": 1}""")]
    [InlineData("""{"id":3,"policy_name":"p"}""", "policies", "put", "--id", "3", "--policy", """{"policy_name": "p"}""")]
    [InlineData("""{"action_id":7,"status":"approved"}""", "approvals", "approve", "7")]
    public async Task It_prints_every_answer_of_the_governance_server_as_JSON(string answer, params string[] arguments)
    {
        await using var server = await StubServer.AnsweringAsync(200, answer);
        var result = await CliProcess.RunAsync(
            Program,
            ["ascend", .. arguments, "-o", "json"],
            ("ASCEND_API_KEY", AscendCli.ApiKey), ("ASCEND_ADMIN_TOKEN", AscendCli.AdminToken), ("ASCEND_API_URL", server.Url));
        result.ExitCode.ShouldBe(0, result.Error);
        result.Json().AsObject().Count.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(200, """{"results":[{"id":1,"at":null}],"count":1}""", "db", "query", "select ?", "--params", "[1]")]
    [InlineData(200, """{"value":{"a":1},"exists":true}""", "cache", "get", "k")]
    [InlineData(200, """{"value":1,"exists":true}""", "cache", "exists", "k")]
    [InlineData(200, """{"success":true}""", "cache", "set", "k", "1")]
    [InlineData(200, """{"value":7}""", "cache", "increment", "k")]
    [InlineData(200, """{"keys":[{"key":"k","expiration":1}],"list_complete":true}""", "cache", "list")]
    [InlineData(200, """{"success":true,"count":1,"deleted":1}""", "cache", "delete", "k")]
    [InlineData(201, """{"jobId":"j","success":true}""", "queue", "enqueue", "mail")]
    [InlineData(200, """{"job":{"id":"j","type":"mail","data":{},"status":"queued","runAt":null},"exists":true}""", "queue", "job", "j")]
    [InlineData(200, """{"jobs":[{"id":"j","data":{}}],"list_complete":true}""", "queue", "jobs", "--status", "queued")]
    [InlineData(200, """{"success":true,"note":"n"}""", "queue", "cancel", "j")]
    [InlineData(200, """{"jobs":[]}""", "queue", "take")]
    [InlineData(200, """{"objects":[{"key":"a","size":1,"lastModified":"2026-08-01T00:00:00Z"}],"truncated":false}""", "storage", "ls")]
    [InlineData(200, """{"exists":true,"size":1}""", "storage", "stat", "a")]
    [InlineData(200, """{"url":"https://cdn.example/a"}""", "storage", "url", "a")]
    [InlineData(200, """{"success":true,"url":"https://cdn.example/b"}""", "storage", "cp", "a", "b")]
    [InlineData(200, """{"success":true}""", "storage", "rm", "a")]
    [InlineData(200, """{"response":"r","usage":{"total_tokens":1}}""", "ai", "chat", "hello")]
    [InlineData(201, """{"token":"t","user":{"id":"u","metadata":{}}}""", "auth", "signup", "a@example.com", "--password", "12345678")]
    [InlineData(200, """{"success":true,"result":[1]}""", "services", "invoke", "s")]
    public async Task It_prints_every_answer_about_a_project_as_JSON(int status, string answer, params string[] arguments)
    {
        await using var server = await StubServer.AnsweringAsync(status, answer);
        var result = await CliProcess.RunAsync(
            Program,
            ["aerostack", .. arguments, "-o", "json"],
            ("AEROSTACK_API_KEY", AerostackCli.ApiKey), ("AEROSTACK_SERVER_URL", $"{server.Url}/v1"));
        result.ExitCode.ShouldBe(0, result.Error);
        result.Json().AsObject().Count.ShouldBeGreaterThan(0);
        (await server.FirstRequest).ShouldStartWith("POST /v1/");
    }

    [Theory]
    [InlineData(AkshiAnswers.Healthy, "health")]
    [InlineData(AkshiAnswers.Agents, "status")]
    [InlineData("""{"next_seq":2,"logs":[{"seq":1,"message":"m"}]}""", "logs", "--lines", "1")]
    [InlineData("""{"next_seq":2,"findings":[{"seq":1,"severity":"info","agent":"a","title":"t"}]}""", "findings", "--lines", "1")]
    [InlineData("""{"ok":true,"accepted":1,"seqs":[1]}""", "findings", "post", "--records", """[{"source":"a","severity":"info","summary":"s"}]""")]
    [InlineData(AkshiAnswers.Grants, "grants", "list")]
    [InlineData(AkshiAnswers.Revoked, "grants", "revoke", "a", "b")]
    [InlineData(AkshiAnswers.Approvals, "approvals", "list")]
    [InlineData("""{"ok":true,"id":"a"}""", "approvals", "deny", "a", "b")]
    [InlineData(AkshiAnswers.Tasks, "tasks", "list")]
    [InlineData("""{"id":"t","output":[1]}""", "tasks", "get", "t")]
    [InlineData("""{"id":"t"}""", "tasks", "create", "--to", "a", "--input", """{"n": 1}""")]
    [InlineData(AkshiAnswers.Reloaded, "reload")]
    public async Task It_prints_every_answer_of_a_runtime_as_JSON(string answer, params string[] arguments)
    {
        await using var server = await StubServer.AnsweringAsync(200, answer);
        var result = await CliProcess.RunAsync(
            Program, ["akshi", .. arguments, "-o", "json"], ("AKSHI_TOKEN", AkshiCli.Token), ("AKSHI_BASE_URL", server.Url));
        result.ExitCode.ShouldBe(0, result.Error);
        result.Json().ShouldNotBeNull();
        (await server.FirstRequest).ShouldContain(" /api/v1/");
    }

    [Fact]
    public async Task It_exits_with_99_when_a_variable_cannot_be_read()
    {
        var result = await CliProcess.RunAsync(Program, ["askii", "keys", "list"], ("ASKII_TOKEN", "t"), ("ASKII_TIMEOUT_SECONDS", "soon"));
        result.ExitCode.ShouldBe(99);
        result.Error.ShouldContain("ASKII_TIMEOUT_SECONDS");
    }

    [Fact]
    public async Task Called_by_a_link_named_askii_it_is_the_platforms_program()
    {
        RequireUnix();
        using var link = new AskiiLink(Program);
        await using var server = await StubServer.AnsweringAsync(200, Answers.KeyList);
        var list = await CliProcess.RunAsync(link.Path, ["keys", "list", "--output", "json"], ("ASKII_TOKEN", "t"), ("ASKII_BASE_URL", server.Url));
        list.ExitCode.ShouldBe(0, list.Error);
        list.Json()["user_id"]!.GetValue<string>().ShouldBe("u-1");
        (await CliProcess.RunAsync(link.Path, ["version"])).Output.TrimEnd().ShouldBe(ProductVersion.Text);
        (await CliProcess.RunAsync(link.Path, ["--help"])).Output.ShouldContain("askii [command]");
    }

    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_ends_a_call_under_way(string signal, int exitCode)
    {
        RequireUnix();
        await using var server = await StubServer.SilentAsync();

        // A shell's background job ignores Ctrl-C, and so would all that it starts: 'env' takes that back.
        using var process = CliProcess.Start(
            "env", ["--default-signal=INT", Program, "askii", "keys", "list"], ("ASKII_TOKEN", "t"), ("ASKII_BASE_URL", server.Url));
        var end = CliProcess.EndAsync(process);
        await Task.WhenAny(server.FirstRequest, end);
        await CliProcess.RunAsync("kill", [$"-{signal}", $"{process.Id}"]);
        var result = await end;
        result.ExitCode.ShouldBe(exitCode, result.Error);
        result.Output.ShouldBeEmpty();
    }

    private static void RequireUnix()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("This needs Linux: its record of the command line, and signals. Run the tests there.");
    }
}
