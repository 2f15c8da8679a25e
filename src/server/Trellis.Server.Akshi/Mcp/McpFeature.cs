using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;

namespace Trellis.Server.Akshi.Mcp;

/// <summary>Agents as MCP servers (contract, section 2.12).</summary>
internal sealed class McpFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IAgentTool, SearchFindingsTool>();
        services.AddSingleton<IAgentTool, SearchJournalTool>();
        services.AddSingleton<IAgentTool, SearchLogsTool>();
        services.AddSingleton<McpEndpoint>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes) =>
        routes.Map(
            "POST",
            routes.Service<McpEndpoint>().CallAsync,
            new RouteRules { Access = Access.Operator, ReadsBody = true },
            "/api/v1/mcp/{agent_name}");
}
