using System.Text.Json.Nodes;

namespace Trellis.Server.Ascend.Tests.Support;

/// <summary>What tests do with the registry over and over.</summary>
internal static class AgentRegistry
{
    public const string Path = "/api/registry/agents";

    /// <summary>Registers an agent as an SDK does.</summary>
    public static async Task RegisterAgentAsync(this Tenant tenant, string agentId) =>
        (await tenant.PostAsync(Path, new() { ["agent_id"] = agentId })).ShouldBeOk();

    /// <summary>A key that may do what an administrator may, but is no person.</summary>
    public static async Task<string> AdminKeyAsync(this Tenant tenant) =>
        (await tenant.AdminAsync("POST", "/api/keys/generate", new() { ["name"] = "k", ["role"] = "admin" }))
            .ShouldBeOk().Json["api_key"]!.GetValue<string>();

    /// <summary>Registers an MCP server as an administrator does, so that it is active.</summary>
    public static async Task<Reply> RegisterMcpServerAsync(this Tenant tenant, string name, JsonObject? more = null)
    {
        var body = more ?? [];
        body["server_name"] = name;
        var reply = await tenant.AdminAsync("POST", "/api/registry/mcp-servers", body);
        reply.Status.ShouldBe(201, reply.Text);
        return reply;
    }
}
