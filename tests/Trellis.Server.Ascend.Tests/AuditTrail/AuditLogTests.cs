using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.AuditTrail;

public sealed class AuditLogTests : ServerTest
{
    [Theory]
    [InlineData("/audit/logs")]
    [InlineData("/api/audit/logs")]
    public async Task A_record_has_both_sets_of_names(string path)
    {
        var receipt = (await ReportAsync("deploy", new() { ["resource_type"] = "service", ["resource_id"] = "web" })).Json;

        var record = (await First.GetAsync($"{path}?limit=1")).ShouldBeOk().Json["events"]![0]!;

        record["id"]!.GetValue<string>().ShouldBe(receipt["id"]!.GetValue<string>());
        record["event_id"]!.GetValue<string>().ShouldBe(receipt["id"]!.GetValue<string>());
        record["sequence_number"]!.GetValue<long>().ShouldBe(receipt["sequence_number"]!.GetValue<long>());
        record["event_type"]!.GetValue<string>().ShouldBe("deploy");
        record["actor"]!.GetValue<string>().ShouldBe(record["actor_id"]!.GetValue<string>());
        record["resource"]!.GetValue<string>().ShouldBe("web");
        record["resource_type"]!.GetValue<string>().ShouldBe("service");
        record["outcome"]!.GetValue<string>().ShouldBe("SUCCESS");
        record["chain_hash"]!.GetValue<string>().ShouldBe(receipt["chain_hash"]!.GetValue<string>());
        record["previous_hash"]!.GetValue<string>().Length.ShouldBe(64);
        record["legal_hold"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task Pages_follow_each_other_by_offset_and_by_number()
    {
        for (var i = 0; i < 5; i++)
            await ReportAsync($"event_{i}");

        var first = (await First.GetAsync("/audit/logs?limit=2&offset=0")).Json;
        var second = (await First.GetAsync("/audit/logs?limit=2&offset=2")).Json;
        var next = (await First.GetAsync($"/audit/logs?limit=2&before={first["next_before"]}")).Json;

        TypesOf(first).ShouldBe(["event_4", "event_3"]);
        TypesOf(second).ShouldBe(["event_2", "event_1"]);
        TypesOf(next).ShouldBe(["event_2", "event_1"]);
        second["page"]!.GetValue<int>().ShouldBe(2);
        second["page_size"]!.GetValue<int>().ShouldBe(2);
        first["total"]!.GetValue<int>().ShouldBeGreaterThanOrEqualTo(5);
    }

    [Fact]
    public async Task Records_are_filtered()
    {
        await ReportAsync("a", new() { ["risk_level"] = "high", ["outcome"] = "FAILURE", ["action"] = "try" });
        Server.Clock.Advance(TimeSpan.FromDays(2));
        var later = Server.Clock.GetUtcNow();
        await ReportAsync("b");

        foreach (var query in (string[])["event_type=a", "risk_level=HIGH", "outcome=FAILURE", "action=try", $"end_date={later.AddDays(-1):yyyy-MM-dd}&event_type=a"])
            TypesOf((await First.GetAsync($"/audit/logs?{query}")).ShouldBeOk().Json).ShouldBe(["a"], query);
        TypesOf((await First.GetAsync($"/audit/logs?start_date={later:yyyy-MM-dd}")).Json).ShouldBe(["b"]);
        (await First.GetAsync("/audit/logs?event_type=a")).Json["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("start_date=yesterday")]
    [InlineData("before=0")]
    [InlineData("risk_level=odd")]
    public async Task Parameters_that_do_not_fit_are_refused(string query) =>
        (await First.GetAsync($"/audit/logs?{query}")).ShouldBeRefused(422, ErrorCodes.Validation);

    [Fact]
    public async Task A_reported_event_never_passes_for_one_of_the_servers_own()
    {
        await ReportAsync("agent_action_approved", new() { ["actor_id"] = "alice", ["details"] = new JsonObject { ["password"] = "hunter2" } });

        var reply = await First.GetAsync("/audit/logs?limit=1");
        var record = reply.Json["events"]![0]!;

        record["actor_id"]!.GetValue<string>().ShouldNotBe("alice");
        record["details"]!["reported"]!.GetValue<bool>().ShouldBeTrue();
        record["details"]!["on_behalf_of"]!.GetValue<string>().ShouldBe("alice");
        reply.Text.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("SOX", 7)]
    [InlineData("hipaa", 6)]
    [InlineData("PCI-DSS", 1)]
    [InlineData("odd", 7)]
    public async Task Records_are_kept_as_long_as_their_regimes_ask(string tag, int years)
    {
        await ReportAsync("a", new() { ["compliance_tags"] = new JsonArray(tag) });

        var record = (await First.GetAsync("/audit/logs?limit=1")).Json["events"]![0]!;

        record["compliance_tags"]![0]!.GetValue<string>().ShouldBe(tag);
        record["retention_until"]!.GetValue<DateTimeOffset>().ShouldBe(record["timestamp"]!.GetValue<DateTimeOffset>().AddYears(years));
    }

    [Fact]
    public async Task The_longest_regime_counts()
    {
        await ReportAsync("a", new() { ["compliance_tags"] = new JsonArray("PCI", "GDPR") });

        var record = (await First.GetAsync("/audit/logs?limit=1")).Json["events"]![0]!;

        record["retention_until"]!.GetValue<DateTimeOffset>().ShouldBe(record["timestamp"]!.GetValue<DateTimeOffset>().AddYears(6));
    }

    [Fact]
    public async Task A_legal_hold_covers_what_it_names_until_it_is_released()
    {
        await ReportAsync("a", new() { ["resource_id"] = "held" });
        await ReportAsync("b", new() { ["resource_id"] = "free" });
        (await First.AdminAsync("POST", "/api/audit/legal-holds", new() { ["reason"] = "case 7", ["resource_id"] = "held" })).Status.ShouldBe(201);

        (await HeldAsync("a")).ShouldBeTrue();
        (await HeldAsync("b")).ShouldBeFalse();

        (await First.GetAsync("/api/audit/legal-holds")).Json["total"]!.GetValue<int>().ShouldBe(1);
        (await First.AdminAsync("DELETE", "/api/audit/legal-holds/1")).ShouldBeOk();
        (await First.AdminAsync("DELETE", "/api/audit/legal-holds/1")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await HeldAsync("a")).ShouldBeFalse();
    }

    [Fact]
    public async Task Agents_place_no_holds() =>
        (await First.PostAsync("/api/audit/legal-holds", new() { ["reason"] = "x" })).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Fact]
    public async Task The_health_of_the_trail_names_its_end()
    {
        var receipt = (await ReportAsync("a")).Json;

        var health = (await First.GetAsync("/api/audit/health")).ShouldBeOk().Json;

        health["status"]!.GetValue<string>().ShouldBe("healthy");
        health["total_records"]!.GetValue<long>().ShouldBe(receipt["sequence_number"]!.GetValue<long>());
        health["chain_hash"]!.GetValue<string>().ShouldBe(receipt["chain_hash"]!.GetValue<string>());
    }

    private static string[] TypesOf(JsonObject page) =>
        page["events"]!.AsArray().Select(static record => record!["event_type"]!.GetValue<string>()).ToArray();

    private async Task<bool> HeldAsync(string type) =>
        (await First.GetAsync($"/audit/logs?event_type={type}")).Json["events"]![0]!["legal_hold"]!.GetValue<bool>();

    private async Task<Reply> ReportAsync(string type, JsonObject? more = null)
    {
        var body = more ?? [];
        body["event_type"] = type;
        var reply = await First.PostAsync("/api/audit/log", body);
        reply.Status.ShouldBe(201, reply.Text);
        return reply;
    }
}
