using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Tenancy;

/// <summary>
/// Tries every route of the registry that takes an id with ids that another organisation has, once with a key and once as an administrator
/// (contract, section 6.10).
/// </summary>
public sealed class TenantIsolationTests : ServerTest
{
    private static readonly (string Method, string Path, string? Body, int Status)[] Routes =
    [
        ("GET", "/api/registry/agents/{agent}", null, 404),
        ("PUT", "/api/registry/agents/{agent}", """{"model_id":1}""", 404),
        ("DELETE", "/api/registry/agents/{agent}", null, 404),
        ("PUT", "/api/registry/agents/{agent}/trust", """{"trust_level":"trusted"}""", 404),
        ("POST", "/api/registry/agents/{agent}/request-approval", null, 404),
        ("POST", "/api/registry/agents/{agent}/activate", null, 404),
        ("POST", "/api/registry/agents/{agent}/suspend", null, 404),
        ("POST", "/api/registry/agents/{agent}/emergency-suspend", """{"reason":"because"}""", 404),
        ("POST", "/api/registry/agents/{agent}/deprecate", null, 404),
        ("POST", "/api/registry/agents/{agent}/retire", null, 404),
        ("GET", "/api/registry/agents/{agent}/limits", null, 404),
        ("PUT", "/api/registry/agents/{agent}/limits", "{}", 404),
        ("GET", "/api/registry/agents/{agent}/commands", null, 404),
        ("POST", "/api/registry/agents/{agent}/commands", """{"command_type":"BLOCK","reason":"because"}""", 404),
        ("POST", "/api/registry/agents/{agent}/commands/{command}/ack", "{}", 403),
        ("POST", "/api/registry/agents/{own}/commands/{command}/ack", "{}", 403),
        ("POST", "/api/agents/health/heartbeat", """{"agent_id":"{agent}"}""", 404),
        ("GET", "/api/agents/health/{agent}", null, 404),
        ("GET", "/api/agents/health/{agent}/anomalies", null, 404),
        ("GET", "/api/registry/mcp-servers/{server}", null, 404),
        ("PUT", "/api/registry/mcp-servers/{server}", "{}", 404),
        ("DELETE", "/api/registry/mcp-servers/{server}", null, 404),
        ("POST", "/api/registry/mcp-servers/{server}/activate", null, 404),
        ("POST", "/api/registry/mcp-servers/{server}/deactivate", null, 404),
        ("POST", "/api/billing/kill-switch/{organisation}/trigger", """{"reason":"long enough"}""", 404),
        ("POST", "/api/billing/kill-switch/{organisation}/release", """{"reason":"long enough"}""", 404),
        ("POST", "/api/v1/orchestration/topology", """{"orchestrator_agent_id":"{agent}","worker_agent_ids":["{own}"]}""", 404),
        ("POST", "/api/v1/orchestration/topology", """{"orchestrator_agent_id":"{own}","worker_agent_ids":["{agent}"]}""", 404),
        ("POST", "/api/v1/orchestration/topology/mcp", """{"orchestrator_agent_id":"{agent}","mcp_server_ids":[1]}""", 404),
        ("POST", "/api/v1/orchestration/topology/mcp", """{"orchestrator_agent_id":"{own}","mcp_server_ids":[1]}""", 404),
        ("POST", "/api/v1/orchestration/cascade-kill/{agent}", """{"reason":"because","confirm":true}""", 404),
        ("GET", "/api/v1/orchestration/sessions/{session}", null, 404),
        ("GET", "/api/v1/orchestration/sessions/{session}/risk", null, 404),
        ("DELETE", "/api/keys/{key}/revoke", null, 404),
        ("GET", "/api/keys/{key}/usage", null, 404),
        ("POST", "/api/users/{person}/token", null, 404),
    ];

    [Fact]
    public async Task Another_organisation_s_ids_are_not_there_on_any_route()
    {
        var other = await Server.OtherTenantAsync();
        var ids = await FillAsync(other);
        await First.RegisterAgentAsync(ids["own"]);
        var before = await LookAsync(other, ids);
        foreach (var (method, path, body, status) in Routes)
        {
            var (filledPath, filledBody) = (Fill(path, ids), body is null ? null : JsonNode.Parse(Fill(body, ids)));
            var asAdministrator = await Server.SendAsync(method, filledPath, First.AdminToken, filledBody);
            asAdministrator.Status.ShouldBe(status, $"{method} {path}: {asAdministrator.Text}");
            asAdministrator.Code.ShouldBe(status == 404 ? ErrorCodes.NotFound : ErrorCodes.InsufficientPermissions);

            // Routes for administrators or people alone refuse a key before they look at the id.
            var withKey = await Server.SendAsync(method, filledPath, First.Key, filledBody);
            withKey.Status.ShouldBeOneOf([status, 401, 403], $"{method} {path}: {withKey.Text}");
        }

        (await LookAsync(other, ids)).ShouldBe(before);
    }

    [Fact]
    public async Task Lists_show_nothing_of_another_organisation()
    {
        var other = await Server.OtherTenantAsync();
        var ids = await FillAsync(other);

        foreach (var path in (string[])
            ["/api/registry/agents", "/api/registry/mcp-servers", "/api/keys/list", "/api/users", "/api/v1/orchestration/stats",
             "/api/authorization/mcp-discovery/server-status", "/api/authorization/mcp-discovery/health-monitor"])
        {
            var text = (await First.AdminAsync("GET", path)).ShouldBeOk().Text;
            foreach (var id in (string[])["agent", "server", "key", "person"])
                text.ShouldNotContain(ids[id]);
        }
    }

    // Every number and word of the other organisation that the routes could have changed.
    private static async Task<string> LookAsync(Tenant tenant, Dictionary<string, string> ids) => string.Join('\n', await Task.WhenAll(
        ((string[])
        [
            $"/api/registry/agents/{ids["agent"]}", $"/api/registry/agents/{ids["agent"]}/limits", $"/api/agents/health/{ids["agent"]}",
            $"/api/registry/mcp-servers/{ids["server"]}", "/api/sdk/kill-switch/status", "/api/keys/list", "/api/users",
        ]).Select(async path => (await tenant.AdminAsync("GET", path)).ShouldBeOk().Text)));

    private static async Task<Dictionary<string, string>> FillAsync(Tenant tenant)
    {
        await tenant.RegisterAgentAsync("their-agent");
        await tenant.RegisterMcpServerAsync("their-server");
        var command = (await tenant.AdminAsync(
            "POST", "/api/registry/commands", new() { ["command_type"] = "NOTE", ["reason"] = "because" })).Json["command_id"]!.GetValue<string>();
        var key = (await tenant.AdminAsync("POST", "/api/keys/generate", new() { ["name"] = "theirs" })).Json["key_id"]!.GetValue<string>();
        await tenant.AdminAsync("POST", "/api/users", new() { ["subject"] = "their-person" });
        (await tenant.PostAsync("/api/v1/actions/submit", new()
        {
            ["agent_id"] = "their-agent",
            ["action_type"] = "database.query",
            ["resource"] = "orders",
            ["orchestration_session_id"] = "their-session",
        })).ShouldBeOk();
        return new Dictionary<string, string>
        {
            ["agent"] = "their-agent",
            ["own"] = "own-agent",
            ["server"] = "their-server",
            ["command"] = command,
            ["organisation"] = tenant.OrganisationId.ToString(),
            ["session"] = "their-session",
            ["key"] = key,
            ["person"] = "their-person",
        };
    }

    private static string Fill(string template, Dictionary<string, string> ids) =>
        ids.Aggregate(template, static (text, id) => text.Replace($"{{{id.Key}}}", id.Value));
}
