using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.OutputFilter;

/// <summary>What an administrator sets about the output filter, on every engine of the store.</summary>
public abstract class OutputFilterSettingsSuite : ServerTest
{
    private protected const string Root = "/api/v1/output-filter";
    private protected const string Text = "Write to ann@example.com.";

    [Fact]
    public async Task A_pattern_may_block_or_be_ignored_and_the_rest_stays_as_it_was()
    {
        (await ResultAsync(Text)).ShouldBe("REDACTED");

        (await SetAsync(Pattern("email", "blocked"))).ShouldBeOk();
        (await ResultAsync(Text)).ShouldBe("BLOCKED");
        (await SetAsync(Pattern("email", "IGNORED"))).ShouldBeOk();
        (await ResultAsync(Text)).ShouldBe("CLEAN");

        (await ResultAsync("123-45-6789")).ShouldBe("REDACTED");
        (await ResultAsync("sk-abcdefghijklmnopqrstuv")).ShouldBe("BLOCKED");
    }

    [Fact]
    public async Task What_is_ignored_is_neither_masked_nor_mentioned()
    {
        (await SetAsync(Pattern("email", "IGNORED"))).ShouldBeOk();

        var json = (await ScanAsync("ann@example.com 123-45-6789")).ShouldBeOk().Json;

        json["redacted_content"]!.GetValue<string>().ShouldBe("ann@example.com [SSN_REDACTED]");
        json["findings_count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_filter_that_is_off_lets_everything_pass()
    {
        (await SetAsync(new() { ["enabled"] = false })).ShouldBeOk().Json["enabled"]!.GetValue<bool>().ShouldBeFalse();
        (await ResultAsync("sk-abcdefghijklmnopqrstuv")).ShouldBe("CLEAN");

        (await SetAsync(new() { ["enabled"] = true })).ShouldBeOk();
        (await ResultAsync("sk-abcdefghijklmnopqrstuv")).ShouldBe("BLOCKED");
    }

    [Fact]
    public async Task A_severity_that_is_set_stands_in_the_findings()
    {
        var patterns = Pattern("email", "REDACTED");
        patterns["patterns"]![0]!["severity"] = "critical";
        (await SetAsync(patterns)).ShouldBeOk();

        (await ScanAsync(Text)).Json["findings"]![0]!["severity"]!.GetValue<string>().ShouldBe("critical");
    }

    [Fact]
    public async Task Settings_that_were_read_may_be_sent_back()
    {
        (await SetAsync(Pattern("phone", "BLOCKED"))).ShouldBeOk();
        var read = (await First.GetAsync($"{Root}/config")).ShouldBeOk();

        var written = (await SetAsync(read.Json)).ShouldBeOk();

        JsonNode.DeepEquals(written.Json, read.Json).ShouldBeTrue(written.Text);
        read.Json["patterns"]!.AsArray().Single(static pattern => (string?)pattern!["pattern"] == "phone")!["action"]!
            .GetValue<string>().ShouldBe("BLOCKED");
    }

    [Theory]
    [InlineData("""{"enabled":"yes"}""", "enabled")]
    [InlineData("""{"patterns":{}}""", "patterns")]
    [InlineData("""{"patterns":[7]}""", "patterns.0.pattern")]
    [InlineData("""{"patterns":[{"pattern":"email"},{"pattern":"passport"}]}""", "patterns.1.pattern")]
    [InlineData("""{"patterns":[{"pattern":"email","action":"SHOUT"}]}""", "patterns.0.action")]
    [InlineData("""{"patterns":[{"pattern":"email","severity":"minimal"}]}""", "patterns.0.severity")]
    [InlineData("""{"patterns":[{"pattern":"email","category":"PCI"}]}""", "patterns.0.category")]
    [InlineData("""{"patterns":[{"pattern":"email","regex":".*"}]}""", "regex")]
    [InlineData("""{"colour":"red"}""", "colour")]
    public async Task What_is_not_valid_is_named_and_changes_nothing(string body, string member)
    {
        (await SetAsync(JsonNode.Parse(body)!.AsObject())).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey(member).ShouldBeTrue();

        (await ResultAsync(Text)).ShouldBe("REDACTED");
    }

    [Fact]
    public async Task Only_an_administrator_sets_it()
    {
        (await First.PutAsync($"{Root}/config", new() { ["enabled"] = false })).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
        (await First.GetAsync($"{Root}/config")).ShouldBeOk().Json["enabled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_change_is_in_the_audit_trail()
    {
        (await SetAsync(new() { ["enabled"] = false })).ShouldBeOk();

        var record = (await First.GetAsync("/audit/logs?event_type=output_filter_updated")).Json["events"]!.AsArray().ShouldHaveSingleItem()!;
        record["actor"]!.GetValue<string>().ShouldBe("admin");
        record["details"]!["enabled"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task One_organisation_s_settings_are_not_another_s()
    {
        (await SetAsync(new() { ["enabled"] = false })).ShouldBeOk();
        var other = await Server.OtherTenantAsync();

        (await other.PostAsync($"{Root}/scan", new() { ["content"] = Text, ["agent_id"] = "agent-1" })).Json["result"]!.GetValue<string>().ShouldBe("REDACTED");
    }

    private protected static JsonObject Pattern(string name, string action) =>
        new() { ["patterns"] = new JsonArray(new JsonObject { ["pattern"] = name, ["action"] = action }) };

    private protected Task<Reply> SetAsync(JsonObject body) => First.AdminAsync("PUT", $"{Root}/config", body);

    private protected Task<Reply> ScanAsync(string content, Tenant? tenant = null) =>
        (tenant ?? First).PostAsync($"{Root}/scan", new() { ["content"] = content, ["agent_id"] = "agent-1" });

    private protected async Task<string> ResultAsync(string content, Tenant? tenant = null) =>
        (await ScanAsync(content, tenant)).ShouldBeOk().Json["result"]!.GetValue<string>();
}
