using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Ascend.Samples;

/// <summary>The sample as a process, the server as another, and people at command lines.</summary>
public sealed partial class GovernedAgentTests(GovernedServer server) : IClassFixture<GovernedServer>
{
    private const int Requests = 224;

    // Whatever the hour is: the policy about office hours has a test of its own on the server.
    private const string AlwaysOpen = "00:00-24:00";

    [Fact]
    public async Task Refunds_are_paid_as_policies_and_people_decide_and_never_twice()
    {
        using var folder = new DataFolder();
        var ledger = folder.File("ledger.csv");

        // Nobody decides: what needs no person is paid.
        var first = await RunAsync(ledger, "--wait", "0");
        first.ExitCode.ShouldBe(11, first.Errors + first.Output);
        var paidAtOnce = Rows(ledger);
        var pending = await PendingAsync();
        pending.Count.ShouldBeGreaterThan(20);
        first.Output.ShouldContain($"trellis ascend approvals approve {pending[0]}");
        paidAtOnce.Count.ShouldBeGreaterThan(Requests / 2);
        Waiting(first.Output).ShouldAllBe(static refund => refund.Euros > 250 || refund.IsFlagged);
        var rejected = pending.Take(3).ToList();
        (await server.CommandLineAsync(["approvals", "reject", .. rejected, "--reason", "ask again with a receipt"])).Succeeded();

        // The same command again, and a person who approves the rest meanwhile, from another process.
        await using var second = ChildProcess.Start(BuiltPrograms.GovernedAgent, Arguments(ledger, "--wait", "100"), server.Environment);
        for (var left = await PendingAsync(); left.Count > 0; left = await PendingAsync())
            (await server.CommandLineAsync(["approvals", "approve", .. left])).Succeeded();

        (await second.WaitForExitAsync()).ShouldBe(0, second.Errors + second.Output);

        var paid = Rows(ledger);
        paid.Take(paidAtOnce.Count).ShouldBe(paidAtOnce);
        paid.Select(static row => row[0]).ShouldBeUnique();
        Outcome(second.Output, "already refunded").ShouldBe(paidAtOnce.Count);
        Outcome(second.Output, "rejected").ShouldBe(rejected.Count);
        Outcome(second.Output, "denied").ShouldBeGreaterThan(10);
        Outcome(second.Output, "failed").ShouldBeGreaterThan(0);
        Outcome(second.Output, "all").ShouldBe(Requests);
        second.Output.ShouldContain("is VALID.");
        await EveryPaymentWasAllowedAsync(paid);
    }

    [Fact]
    public async Task With_nothing_in_the_environment_it_starts_a_server_of_its_own()
    {
        using var folder = new DataFolder();
        var run = await ProgramRun.OfAsync(BuiltPrograms.GovernedAgent, Arguments(folder.File("ledger.csv"), "--wait", "0"));
        run.ExitCode.ShouldBe(11, run.Errors + run.Output);
        run.Output.ShouldContain("trellis-server env --data");
        run.Output.ShouldContain("is VALID.");
        Outcome(run.Output, "all").ShouldBe(Requests);
    }

    [Fact]
    public async Task A_file_that_is_not_valid_is_refused_with_its_line_before_anything_is_asked()
    {
        using var folder = new DataFolder();
        var file = folder.Write("refunds.csv", """
            request_id,order_id,customer_id,ordered_on,requested_at,paid,amount,currency,reason,channel,destination,flags,note
            REF-1,ORD-1,CUS-1,2026-01-02,2026-01-03T10:00:00Z,10.00,ten,EUR,changed_mind,chat,original_card,,
            """);
        var run = await ProgramRun.OfAsync(BuiltPrograms.GovernedAgent, [file, "--ledger", folder.File("ledger.csv")], server.Environment);
        run.ExitCode.ShouldBe(2);
        run.Errors.ShouldContain("line 2: 'ten' is not an amount.");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Ctrl_C_leaves_nothing_half_done()
    {
        using var folder = new DataFolder();
        var ledger = folder.File("ledger.csv");
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var run = ChildProcess.Start(
            "env",
            ["--default-signal=INT", BuiltPrograms.GovernedAgent, .. Arguments(ledger, "--wait", "600")],
            onOutput: line =>
            {
                if (line.Contains("The agent waits", StringComparison.Ordinal))
                    waiting.TrySetResult();
            });
        await Task.WhenAny(waiting.Task, run.WaitForExitAsync());
        run.Interrupt();
        (await run.WaitForExitAsync()).ShouldBe(130, run.Errors + run.Output);
        run.Output.ShouldContain("is VALID.");
        Outcome(run.Output, "refunded").ShouldBe(Rows(ledger).Count);
    }

    private static string[] Arguments(string ledger, params string[] more) => ["--ledger", ledger, "--office-hours", AlwaysOpen, .. more];

    private Task<ProgramRun> RunAsync(string ledger, params string[] more) =>
        ProgramRun.OfAsync(BuiltPrograms.GovernedAgent, Arguments(ledger, more), server.Environment);

    private async Task<List<string>> PendingAsync()
    {
        var list = JsonNode.Parse((await server.CommandLineAsync("approvals", "list", "-o", "json")).Succeeded())!;
        return [.. list["approvals"]!.AsArray().Select(static approval => approval!["action_id"]!.ToString())];
    }

    private async Task EveryPaymentWasAllowedAsync(List<string[]> paid)
    {
        using var agent = server.Agent();
        foreach (var row in paid)
        {
            var status = await agent.GetActionStatusAsync(row[4]);
            status.ExecutionAllowed.ShouldBeTrue($"{row[0]} was paid: {status.Reason}");
        }
    }

    /// <summary>The refunds that the sample says wait for a person.</summary>
    private static IEnumerable<(decimal Euros, bool IsFlagged)> Waiting(string output)
    {
        var file = Path.Combine(Path.GetDirectoryName(BuiltPrograms.GovernedAgent)!, "refunds.csv");
        var flagged = File.ReadLines(file)
            .Where(static line => line.Contains("fraud_review", StringComparison.Ordinal))
            .Select(static line => line.Split(',')[0])
            .ToHashSet();
        return PendingLine().Matches(output).Select(match => (
            decimal.Parse(match.Groups["euros"].ValueSpan, CultureInfo.InvariantCulture), flagged.Contains(match.Groups["request"].Value)));
    }

    [GeneratedRegex("approvals approve [0-9]+ +# (?<request>[^,]+), (?<euros>[0-9.]+) EUR")]
    private static partial Regex PendingLine();

    private static List<string[]> Rows(string ledger) => [.. File.ReadLines(ledger).Skip(1).Select(static line => line.Split(','))];

    /// <summary>How many requests the table says had this outcome.</summary>
    private static int Outcome(string output, string name)
    {
        var line = output.Split('\n').LastOrDefault(line => line.StartsWith($"   {name,-19}", StringComparison.Ordinal));
        return line is null ? 0 : int.Parse(line.AsSpan(22, 10).Trim(), CultureInfo.InvariantCulture);
    }
}
