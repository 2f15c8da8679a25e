using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Programs;

namespace Trellis.EndToEnd.Tests.Ascend.CommandLine;

/// <summary>The real program against the real server: what a script does.</summary>
public sealed class DecisionCodeTests(GovernedServer server) : IClassFixture<GovernedServer>
{
    private static readonly string[] Harmless =
        ["evaluate", "--agent-id", "script", "--action-type", "report.read", "--resource", "reports", "--context", """{"environment": "development"}"""];

    [Fact]
    public async Task An_allowed_action_exits_with_0_and_is_reported()
    {
        var evaluated = await server.CommandLineAsync([.. Harmless, "-o", "json"]);
        evaluated.ExitCode.ShouldBe(0, evaluated.Errors);
        var id = JsonNode.Parse(evaluated.Output)!["action_id"]!.GetValue<string>();
        (await server.CommandLineAsync("status", id)).ExitCode.ShouldBe(0);
        (await server.CommandLineAsync("complete", id, "--result", """{"rows": 1}""")).Succeeded().ShouldContain("completed");
    }

    [Fact]
    public async Task A_pending_action_exits_with_11_until_another_process_approves_it()
    {
        var id = await PendingAsync();
        (await server.CommandLineAsync("status", id)).ExitCode.ShouldBe(11);
        (await server.CommandLineAsync("wait", id, "--timeout", "0")).ExitCode.ShouldBe(11);
        (await server.CommandLineAsync("approvals", "list")).Succeeded().ShouldContain(id);

        await using var waiting = ChildProcess.Start(
            BuiltPrograms.CommandLine, ["ascend", "wait", id, "--timeout", "100"], server.Environment);
        (await server.CommandLineAsync("approvals", "approve", id, "--comments", "seen")).Succeeded().ShouldContain("approved");
        (await waiting.WaitForExitAsync()).ShouldBe(0, waiting.Errors);
        waiting.Output.ShouldContain("seen");
        waiting.Errors.ShouldContain($"Waiting for a decision about action {id}");
    }

    [Fact]
    public async Task A_rejected_action_exits_with_10_and_cannot_be_decided_again()
    {
        var id = await PendingAsync();
        (await server.CommandLineAsync("approvals", "reject", id, "--reason", "never paid")).Succeeded();
        var status = await server.CommandLineAsync("status", id);
        status.ExitCode.ShouldBe(10);
        (await server.CommandLineAsync("approvals", "approve", id)).ExitCode.ShouldBeOneOf(3, 6);
    }

    [Fact]
    public async Task A_key_in_place_of_a_persons_token_exits_with_2()
    {
        var id = await PendingAsync();
        var result = await server.CommandLineAsync("approvals", "approve", id, "--admin-token", server.ApiKey);
        result.ExitCode.ShouldBe(2, result.Errors);
        result.Errors.ShouldNotContain(server.ApiKey);
    }

    [Fact]
    public async Task Agents_are_registered_and_the_connection_tested()
    {
        (await server.CommandLineAsync("register", "--agent-id", "script", "-c", "report.read")).Succeeded().ShouldContain("standard");
        (await server.CommandLineAsync("test-connection")).Succeeded().ShouldContain("connected");
    }

    [Fact]
    public async Task The_audit_log_is_read_verified_and_exported()
    {
        await server.CommandLineAsync(Harmless);
        (await server.CommandLineAsync("audit", "tail", "--lines", "5")).Succeeded().ShouldContain("agent_action_");
        (await server.CommandLineAsync("audit", "verify")).Succeeded().ShouldContain("VALID");
        (await server.CommandLineAsync("audit", "export")).Succeeded().ShouldContain("agent_action_");
    }

    [Fact]
    public async Task The_kill_switch_exits_actions_with_10()
    {
        await using var own = new GovernedServer();
        await own.InitializeAsync();
        (await own.CommandLineAsync("kill-switch", "trigger", "--reason", "incident 4711: refunds")).Succeeded();
        (await own.CommandLineAsync(Harmless)).ExitCode.ShouldBe(10);
        (await own.CommandLineAsync("kill-switch", "status")).Succeeded().ShouldContain("incident 4711");
        (await own.CommandLineAsync("kill-switch", "release", "--reason", "incident 4711 is closed")).Succeeded();
        (await own.CommandLineAsync(Harmless)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Webhooks_are_added_listed_and_deleted()
    {
        var added = await server.CommandLineAsync("webhooks", "add", "--agent-id", "script", "--target", "https://hooks.example.com/a", "-e", "action.pending", "-o", "json");
        var id = JsonNode.Parse(added.Succeeded())!["webhook_id"]!.ToString();
        (await server.CommandLineAsync("webhooks", "list")).Succeeded().ShouldContain("https://hooks.example.com/a");
        (await server.CommandLineAsync("webhooks", "update", id, "-e", "action.denied")).Succeeded().ShouldContain("action.denied");
        (await server.CommandLineAsync("webhooks", "delete", id)).Succeeded();
        (await server.CommandLineAsync("webhooks", "list")).Succeeded().ShouldNotContain("https://hooks.example.com/a");
    }

    private async Task<string> PendingAsync()
    {
        var evaluated = await server.CommandLineAsync([.. Harmless, "--require-approval", "-o", "json"]);
        evaluated.ExitCode.ShouldBe(11, evaluated.Errors);
        return JsonNode.Parse(evaluated.Output)!["action_id"]!.GetValue<string>();
    }
}
