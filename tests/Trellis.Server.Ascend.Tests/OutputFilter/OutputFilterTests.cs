using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Tests.OutputFilter;

public sealed class OutputFilterTests : ServerTest
{
    private const string Root = "/api/v1/output-filter";

    [Fact]
    public async Task A_clean_output_is_clean_and_leaves_nothing()
    {
        var json = (await ScanAsync("All shipped.")).ShouldBeOk().Json;

        json["result"]!.GetValue<string>().ShouldBe("CLEAN");
        json["findings_count"]!.GetValue<int>().ShouldBe(0);
        (await FindingsAsync("")).Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_found_is_said_with_its_place()
    {
        var json = (await ScanAsync("Write to ann@example.com.")).ShouldBeOk().Json;

        json["result"]!.GetValue<string>().ShouldBe("REDACTED");
        json["redacted_content"]!.GetValue<string>().ShouldBe("Write to [EMAIL_REDACTED].");
        var finding = json["findings"]!.AsArray().ShouldHaveSingleItem()!;
        finding["category"]!.GetValue<string>().ShouldBe("PII");
        finding["pattern"]!.GetValue<string>().ShouldBe("email");
        finding["start"]!.GetValue<int>().ShouldBe(9);
        finding["end"]!.GetValue<int>().ShouldBe(24);
    }

    [Fact]
    public async Task A_secret_blocks_and_raises_an_alert_that_does_not_repeat_it()
    {
        (await ScanAsync("sk-abcdefghijklmnopqrstuv")).ShouldBeOk().Json["result"]!.GetValue<string>().ShouldBe("BLOCKED");

        var alerts = await First.GetAsync("/api/alerts?type=output_blocked");
        alerts.Json["total"]!.GetValue<int>().ShouldBe(1);
        alerts.Text.ShouldNotContain("sk-abc");
    }

    [Fact]
    public async Task Findings_are_kept_and_filtered()
    {
        await ScanAsync("ann@example.com 123-45-6789");
        await ScanAsync("4111 1111 1111 1111");

        (await FindingsAsync("")).Count.ShouldBe(3);
        (await FindingsAsync("?category=pii")).Count.ShouldBe(2);
        (await FindingsAsync("?severity=high")).Count.ShouldBe(2);
        (await FindingsAsync("?limit=1"))[0]!["pattern"]!.GetValue<string>().ShouldBe("card_number");
    }

    [Fact]
    public async Task Findings_of_an_action_are_found_by_its_id()
    {
        var action = (await First.PostAsync("/api/v1/actions/submit", new()
        {
            ["agent_id"] = "agent-1",
            ["action_type"] = "object.read",
            ["resource"] = "archive",
        })).ShouldBeOk().Json["action_id"]!.GetValue<long>();
        await ScanAsync("ann@example.com", action);
        await ScanAsync("bob@example.com");

        var json = (await First.GetAsync($"{Root}/findings/{action}")).ShouldBeOk().Json;

        json["findings_count"]!.GetValue<int>().ShouldBe(1);
        json["findings"]![0]!["action_id"]!.GetValue<long>().ShouldBe(action);
    }

    [Fact]
    public async Task An_action_that_does_not_exist_is_not_found()
    {
        (await ScanAsync("ann@example.com", 999_999)).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await ScanAsync("clean", 999_999)).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.GetAsync($"{Root}/findings/999999")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await FindingsAsync("")).Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("""{"agent_id":"agent-1"}""", "content")]
    [InlineData("""{"content":"x"}""", "agent_id")]
    [InlineData("""{"content":7,"agent_id":"agent-1"}""", "content")]
    [InlineData("""{"content":"x","agent_id":"agent-1","action_id":"7"}""", "action_id")]
    public async Task What_is_wrong_is_named(string body, string member) =>
        (await First.PostAsync($"{Root}/scan", JsonNode.Parse(body)!.AsObject()))
            .ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey(member).ShouldBeTrue();

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=101")]
    [InlineData("?category=odd")]
    public async Task Parameters_that_do_not_fit_are_refused(string query) =>
        (await First.GetAsync($"{Root}/findings{query}")).ShouldBeRefused(422, ErrorCodes.Validation);

    [Fact]
    public async Task The_configuration_lists_the_patterns()
    {
        var json = (await First.GetAsync($"{Root}/config")).ShouldBeOk().Json;

        json["enabled"]!.GetValue<bool>().ShouldBeTrue();
        json["on_error"]!.GetValue<string>().ShouldBe("BLOCKED");
        json["patterns"]!.AsArray().Count.ShouldBe(7);
    }

    [Fact]
    public async Task An_output_whose_findings_cannot_be_kept_is_blocked()
    {
        await Server.Store.WriteAsync(
            async session => { await session.ExecuteAsync($"DROP TABLE ascend_findings"); }, AscendServer.Cancellation);

        var json = (await ScanAsync("ann@example.com")).ShouldBeOk().Json;

        json["result"]!.GetValue<string>().ShouldBe("BLOCKED");
        json["redacted_content"].ShouldBeNull();
    }

    [Fact]
    public async Task An_action_tells_of_its_scans_once_it_was_scanned()
    {
        var submitted = (await First.SubmitAsync(Submissions.Harmless())).ShouldBeOk();
        var id = submitted.Json["action_id"]!.GetValue<long>();
        submitted.Json.ContainsKey("output_scan_result").ShouldBeTrue();
        submitted.Json["output_scan_result"].ShouldBeNull();
        submitted.Json["output_findings_count"].ShouldBeNull();
        await ShouldTellAsync(id, null, null);

        await ScanAsync("All shipped.", id);
        await ShouldTellAsync(id, "CLEAN", 0);
        await ScanAsync("ann@example.com 123-45-6789", id);
        await ShouldTellAsync(id, "REDACTED", 2);
        await ScanAsync("sk-abcdefghijklmnopqrstuv", id);
        await ShouldTellAsync(id, "BLOCKED", 3);
        await ScanAsync("All shipped.", id);
        await ShouldTellAsync(id, "BLOCKED", 3);
    }

    [Fact]
    public async Task A_scan_of_one_action_is_not_told_of_another()
    {
        var scanned = await First.SubmittedAsync(Submissions.Harmless());
        var other = await First.SubmittedAsync(Submissions.Harmless());

        await ScanAsync("ann@example.com", scanned);

        await ShouldTellAsync(scanned, "REDACTED", 1);
        await ShouldTellAsync(other, null, null);
    }

    // Every answer that tells of an action tells the same, each once.
    private async Task ShouldTellAsync(long id, string? result, int? count)
    {
        foreach (var path in (string[])[$"/api/v1/actions/{id}/status", $"/api/v1/actions/{id}"])
            ShouldTell((await First.GetAsync(path)).ShouldBeOk().Json, result, count);
        foreach (var list in (JsonArray[])
            [(await First.GetAsync("/api/agent-activity")).Json["actions"]!.AsArray(), (await First.GetAsync("/api/v1/actions")).List])
        {
            ShouldTell(list.Single(action => action!["action_id"]!.GetValue<long>() == id)!.AsObject(), result, count);
        }
    }

    private static void ShouldTell(JsonObject action, string? result, int? count)
    {
        action["output_scan_result"]?.GetValue<string>().ShouldBe(result);
        action["output_findings_count"]?.GetValue<int>().ShouldBe(count!.Value);
        (action["output_scan_result"] is null).ShouldBe(result is null);
        (action["output_findings_count"] is null).ShouldBe(count is null);
    }

    private Task<Reply> ScanAsync(string content, long? actionId = null)
    {
        var body = new JsonObject { ["content"] = content, ["agent_id"] = "agent-1" };
        if (actionId is not null)
            body["action_id"] = actionId;
        return First.PostAsync($"{Root}/scan", body);
    }

    private async Task<JsonArray> FindingsAsync(string query) =>
        (await First.GetAsync($"{Root}/findings{query}")).ShouldBeOk().Json["findings"]!.AsArray();
}
