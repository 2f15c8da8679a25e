using System.Text.Json.Nodes;

namespace Trellis.Server.Ascend.Tests.Support;

/// <summary>What tests do with the registry of agents over and over.</summary>
internal static class AgentRegistry
{
    public const string Path = "/api/registry/agents";

    /// <summary>Registers an agent as an SDK does.</summary>
    public static async Task RegisterAgentAsync(this Tenant tenant, string agentId) =>
        (await tenant.PostAsync(Path, new() { ["agent_id"] = agentId })).ShouldBeOk();

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
