using System.Net;
using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;

namespace Trellis.Server.Console.Tests.Faults;

/// <summary>Letting things go wrong on purpose.</summary>
public sealed class FaultTests(Chromium chromium) : ConsoleTest(chromium)
{
    [Fact]
    public async Task A_rule_of_the_form_befalls_clients_and_never_the_console()
    {
        await GoAsync("/faults");
        await Page.GetByText("Nothing goes wrong on purpose.").WaitForAsync();

        await Page.GetByLabel("Requests").FillAsync("* *");
        await Page.GetByLabel("Status").FillAsync("503");
        await Page.GetByLabel("Retry-After, s").FillAsync("7");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add the rule" }).ClickAsync();

        await Page.GetByText("Faults are on.").WaitForAsync();
        (await Page.GetByRole(AriaRole.Row, new() { Name = "* *" }).InnerTextAsync()).ShouldContain("is answered with 503 and Retry-After: 7");
        await PhotographAsync("faults");
        using var client = Server.CreateHttpClient();
        var answer = await client.GetAsync(new Uri("/v1/projects/current", UriKind.Relative), Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        await GoAsync("/audit");
        await Page.GetByRole(AriaRole.Cell, new() { Name = "faults_changed" }).WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_rule_is_removed_and_then_all_are_switched_off()
    {
        await PutInForceAsync("""{"rules":[{"route":"GET /a","latencyMs":5},{"route":"GET /b","loseResponse":true,"probability":0.25,"times":2},{"route":"GET /c","status":500}]}""");
        (await Page.GetByRole(AriaRole.Row, new() { Name = "GET /b" }).InnerTextAsync()).ShouldContain("25 % of requests, 2 times at most");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Remove rule 1" }).ClickAsync();
        await Page.GetByText("The rule is removed.").WaitForAsync();
        (await Page.Locator("#faults-in-force tbody tr").CountAsync()).ShouldBe(2);
        (await Page.GetByRole(AriaRole.Row, new() { Name = "GET /b" }).CountAsync()).ShouldBe(0);

        await Page.GetByRole(AriaRole.Button, new() { Name = "Switch all off" }).ClickAsync();
        await Page.GetByText("Nothing goes wrong on purpose.").WaitForAsync();
        using var client = Server.CreateHttpClient();
        (await client.GetAsync(new Uri("/c", UriKind.Relative), Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_of_json_holds_as_it_is_written_and_a_wrong_one_changes_nothing()
    {
        await PutInForceAsync("""{"rules":[{"route":"GET /a","status":418}],"seed":7}""");
        (await Page.GetByLabel("Plan as JSON").InputValueAsync()).ShouldContain("\"seed\": 7");

        await PutInForceAsync("""{"rules":[{"route":"nowhere","status":500},{"route":"GET /b","status":1000}]}""");

        var alert = await Page.GetByRole(AriaRole.Alert).InnerTextAsync();
        alert.ShouldContain("rules[0].route");
        alert.ShouldContain("rules[1].status");
        (await Page.GetByLabel("Plan as JSON").InputValueAsync()).ShouldContain("nowhere");
        (await Page.GetByRole(AriaRole.Row, new() { Name = "GET /a" }).CountAsync()).ShouldBe(1);
        await PhotographAsync("faults-refused");
    }

    [Fact]
    public async Task A_rule_that_does_nothing_is_refused_with_what_was_typed()
    {
        await GoAsync("/faults");

        await Page.GetByLabel("Requests").FillAsync("GET /v1/*");
        await Page.GetByLabel("Probability").FillAsync("often");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Add the rule" }).ClickAsync();

        var alert = await Page.GetByRole(AriaRole.Alert).InnerTextAsync();
        alert.ShouldContain("probability");
        alert.ShouldNotContain("rules[0]");
        (await Page.GetByLabel("Requests").InputValueAsync()).ShouldBe("GET /v1/*");
        await Page.GetByText("Nothing goes wrong on purpose.").WaitForAsync();
    }

    private async Task PutInForceAsync(string plan)
    {
        await GoAsync("/faults");
        await Page.GetByLabel("Plan as JSON").FillAsync(plan);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Put in force" }).ClickAsync();
        await Page.Locator(".notice[role=status], .notice[role=alert]").First.WaitForAsync();
    }
}
