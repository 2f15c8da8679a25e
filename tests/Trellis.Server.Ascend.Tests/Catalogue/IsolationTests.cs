using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Catalogue;

/// <summary>What one organisation has does not exist for another.</summary>
public sealed class IsolationTests : ServerTest
{
    [Theory]
    [InlineData("GET", "/api/v1/models/m")]
    [InlineData("GET", "/api/v1/models/1")]
    [InlineData("GET", "/api/v1/models/m/history")]
    [InlineData("PUT", "/api/v1/models/m")]
    [InlineData("DELETE", "/api/v1/models/m")]
    [InlineData("POST", "/api/v1/models/m/approve")]
    [InlineData("GET", "/api/v1/supply-chain/impact/1")]
    [InlineData("POST", "/api/alerts/1/acknowledge")]
    [InlineData("PUT", "/api/v1/resource-classifications/1")]
    [InlineData("DELETE", "/api/v1/resource-classifications/1")]
    [InlineData("DELETE", "/api/audit/legal-holds/1")]
    public async Task The_id_of_another_organisation_is_not_found(string method, string path)
    {
        await FillAsync();
        var other = await Server.OtherTenantAsync();

        (await other.AdminAsync(method, path, method == "GET" ? null : [])).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Theory]
    [InlineData("/api/v1/models", "models")]
    [InlineData("/api/v1/supply-chain/components", "components")]
    [InlineData("/api/alerts", "alerts")]
    [InlineData("/api/v1/resource-classifications", "classifications")]
    [InlineData("/api/v1/output-filter/findings", "findings")]
    [InlineData("/api/audit/legal-holds", "legal_holds")]
    [InlineData("/audit/logs", "events")]
    public async Task The_lists_of_another_organisation_are_empty(string path, string name)
    {
        await FillAsync();
        var other = await Server.OtherTenantAsync();

        (await First.GetAsync(path)).Json[name]!.AsArray().ShouldNotBeEmpty();
        (await other.GetAsync(path)).ShouldBeOk().Json[name]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_findings_of_anothers_action_are_not_found()
    {
        var action = (await First.PostAsync("/api/v1/actions/submit", new()
        {
            ["agent_id"] = "agent-1",
            ["action_type"] = "object.read",
            ["resource"] = "archive",
        })).ShouldBeOk().Json["action_id"]!.GetValue<long>();
        var other = await Server.OtherTenantAsync();

        (await other.GetAsync($"/api/v1/output-filter/findings/{action}")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await other.PostAsync("/api/v1/output-filter/scan", new() { ["content"] = "x", ["agent_id"] = "agent-1", ["action_id"] = action }))
            .ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task An_export_holds_no_record_of_another_organisation()
    {
        await FillAsync();
        var other = await Server.OtherTenantAsync();

        (await other.GetAsync("/api/audit/export/csv")).ShouldBeOk().Text.Split("\r\n").Length.ShouldBe(2);
    }

    [Fact]
    public async Task Verifying_counts_only_the_own_chain()
    {
        await FillAsync();
        var other = await Server.OtherTenantAsync();

        (await other.PostAsync("/api/audit/verify-integrity")).ShouldBeOk().Json["total_records"]!.GetValue<int>().ShouldBe(0);
    }

    private async Task FillAsync()
    {
        await First.AdminAsync("POST", "/api/v1/models", new() { ["model_id"] = "m", ["model_name"] = "M" });
        await First.PostAsync("/api/v1/supply-chain/components", new()
        {
            ["component_id"] = "m",
            ["component_name"] = "M",
            ["component_type"] = "model",
            ["vulnerabilities"] = new JsonArray(new JsonObject { ["id"] = "CVE-1" }),
        });
        await First.AdminAsync("POST", "/api/v1/resource-classifications", new() { ["resource_type"] = "db", ["sensitivity_level"] = "pii" });
        await First.PostAsync("/api/v1/output-filter/scan", new() { ["content"] = "a@example.com", ["agent_id"] = "agent-1" });
        await First.AdminAsync("POST", "/api/audit/legal-holds", new() { ["reason"] = "case" });
    }
}
