using Microsoft.Playwright;
using Trellis.Akshi;
using Trellis.Server.Console.Tests.Support;
using Trellis.Testing;

namespace Trellis.Server.Console.Tests.Agents;

/// <summary>The agents of Akshi.</summary>
public sealed class RuntimeAgentTests(Chromium chromium) : ConsoleTest(chromium)
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("trellis-console-");

    [Fact]
    public async Task It_stands_beside_the_agents_of_ascend()
    {
        await GoAsync("/agents");

        var row = Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "watch" });
        (await row.InnerTextAsync()).ShouldContain("akshi");
        (await Page.Locator("#agents tbody tr").CountAsync()).ShouldBe(2);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_findings_and_its_log_appear_by_themselves_the_newest_first()
    {
        await GoAsync("/agents/watch");
        await Page.GetByText("It has found nothing yet.").WaitForAsync();

        await Server.Akshi.PostFindingsAsync([new FindingRecord("watch", FindingSeverity.Info, "a.log", "The first")], Cancellation);
        await Page.Locator("#findings").GetByText("The first").WaitForAsync();
        await Server.Akshi.PostFindingsAsync(
            [
                new FindingRecord("watch", FindingSeverity.Critical, "b.log", "The second") { Detail = "Line 7" },
                new FindingRecord("other", FindingSeverity.Critical, "c.log", "Of another"),
            ],
            Cancellation);

        await Page.Locator("#findings tbody tr").First.GetByText("The second").WaitForAsync();
        var text = await Page.Locator("#findings").InnerTextAsync();
        text.ShouldContain("Line 7");
        text.ShouldContain("critical");
        text.ShouldNotContain("Of another");
        (await Page.Locator("#log li").CountAsync()).ShouldBeGreaterThan(0);
        await PhotographAsync("agent-akshi");
        await ShouldFitAPhoneAsync("agent-akshi");
        Complaints.ShouldBeEmpty();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _data.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override TestServerOptions Options
    {
        get
        {
            File.WriteAllText(
                Path.Combine(_data.FullName, "runtime.toml"),
                """
                [[agents]]
                name = "watch"
                kind = "declarative"
                file_pattern = "*.log"
                capabilities = ["filesystem"]
                rules = [{ pattern = "ERROR", severity = "warning" }]
                """);
            return new() { DataDirectory = _data.FullName };
        }
    }

    protected override async Task PrepareAsync() => await Server.WithAgentAsync();
}
