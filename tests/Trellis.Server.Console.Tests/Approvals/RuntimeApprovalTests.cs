using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;
using Trellis.Testing;

namespace Trellis.Server.Console.Tests.Approvals;

/// <summary>The same inbox for what the agents of the runtime ask.</summary>
public sealed class RuntimeApprovalTests(Chromium chromium) : ConsoleTest(chromium), IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("trellis-console-");

    protected override TestServerOptions Options
    {
        get
        {
            Directory.CreateDirectory(Path.Combine(_data.FullName, "logs"));
            File.WriteAllText(Path.Combine(_data.FullName, "logs", "app.log"), "2026-03-02 ERROR the till is empty\n");
            File.WriteAllText(Path.Combine(_data.FullName, "runtime.toml"), """
                [runtime]
                tick_interval_ms = 200

                [[agents]]
                name = "log-watch"
                kind = "declarative"
                file_pattern = "logs/*.log"
                capabilities = ["filesystem"]
                rules = [{ pattern = "ERROR", severity = "warning" }]

                [agents.approval]
                filesystem = true
                timeout_secs = 600
                """);
            return new TestServerOptions { DataDirectory = _data.FullName, TimePasses = true };
        }
    }

    [Fact]
    public async Task An_agent_reads_its_logs_once_a_person_has_allowed_it_in_the_console()
    {
        await GoAsync("/approvals");

        var asked = Page.GetByRole(AriaRole.Article);
        await asked.WaitForAsync();
        (await asked.InnerTextAsync()).ShouldContain("log-watch");
        (await Server.Akshi.FindingsAsync(cancellationToken: Cancellation)).Findings.ShouldBeEmpty();
        await PhotographAsync("approvals-runtime");

        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Approve") }).ClickAsync();
        await Page.GetByRole(AriaRole.Status).First.WaitForAsync();

        await foreach (var finding in Server.Akshi.FollowFindingsAsync(cancellationToken: Cancellation))
        {
            finding.Agent.ShouldBe("log-watch");
            break;
        }
    }

    public void Dispose() => _data.Delete(recursive: true);
}
