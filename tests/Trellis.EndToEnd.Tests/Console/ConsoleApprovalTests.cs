using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Trellis.EndToEnd.Tests.Ascend;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.EndToEnd.Tests.Console;

/// <summary>The server, the agent and the person's browser: three programs.</summary>
public sealed partial class ConsoleApprovalTests(GovernedServer server, Chromium chromium) : IClassFixture<GovernedServer>, IClassFixture<Chromium>
{
    private const string Heading = "request_id,order_id,customer_id,ordered_on,requested_at,paid,amount,currency,reason,channel,destination,flags,note";

    [Fact]
    public async Task A_refund_that_is_approved_in_the_browser_is_paid_by_the_waiting_agent_within_a_second()
    {
        using var folder = new DataFolder();
        string[] refunds = ["REF-1", "REF-2", "REF-3"];
        var file = folder.Write("refunds.csv", string.Join('\n', refunds.Select(Row).Prepend(Heading)));
        var told = refunds.ToDictionary(static refund => refund, static _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var agent = ChildProcess.Start(
            BuiltPrograms.GovernedAgent,
            [file, "--ledger", folder.File("ledger.csv"), "--office-hours", "00:00-24:00", "--wait", "100"],
            server.Environment,
            onOutput: line =>
            {
                if (line.Contains("The agent waits", StringComparison.Ordinal))
                    waits.TrySetResult();
                if (Told().Match(line) is { Success: true } match)
                    told[match.Groups["refund"].Value].TrySetResult(Stopwatch.GetTimestamp());
            });
        await using var profile = await chromium.Browser.NewContextAsync();
        var page = await SignInAsync(profile);
        await Task.WhenAny(waits.Task, agent.WaitForExitAsync());

        // The quickest of three: a busy machine may hold one up.
        var delays = new List<TimeSpan>();
        for (var left = refunds.Length; left > 0; left--)
        {
            await page.GotoAsync(new Uri(server.Url, "/console/approvals").ToString());
            (await page.GetByRole(AriaRole.Article).CountAsync()).ShouldBe(left);
            var waiting = told.Where(static pair => !pair.Value.Task.IsCompleted).Select(static pair => pair.Value.Task).ToArray();
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Approve") }).First.ClickAsync();
            await page.GetByRole(AriaRole.Status).First.WaitForAsync();
            var approved = Stopwatch.GetTimestamp();
            var paid = await await Task.WhenAny(waiting).WaitAsync(Patience.Long);
            delays.Add(Stopwatch.GetElapsedTime(approved, paid));
        }

        (await agent.WaitForExitAsync()).ShouldBe(0, agent.Errors + agent.Output);
        agent.Output.ShouldContain("REF-1: refunded, approved");
        File.ReadLines(folder.File("ledger.csv")).Skip(1).Count().ShouldBe(refunds.Length);
        delays.Min().ShouldBeLessThan(TimeSpan.FromSeconds(1), string.Join(", ", delays));
    }

    // Above 250 EUR a person decides.
    private static string Row(string id, int index) => string.Create(
        CultureInfo.InvariantCulture,
        $"{id},ORD-{index},CUS-{index},2026-01-02,2026-01-03T10:00:00Z,900.00,{400 + index}.00,EUR,damaged_on_arrival,chat,original_card,,");

    [GeneratedRegex("^   (?<refund>REF-[0-9]): ")]
    private static partial Regex Told();

    private async Task<IPage> SignInAsync(IBrowserContext profile)
    {
        var page = await profile.NewPageAsync();
        await page.GotoAsync(server.Url.ToString());
        await page.GetByLabel("Administrator's token").FillAsync(server.AdminToken);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Overview" }).WaitForAsync();
        return page;
    }
}
