using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Mcp;

/// <summary>MCP servers (contract, section 2.12).</summary>
internal sealed class McpFeature : IAscendFeature
{
    private const string Servers = "/api/registry/mcp-servers";
    private const string One = $"{Servers}/{{name}}";
    private const string Discovery = "/api/authorization/mcp-discovery";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<McpServerEndpoints>();
        services.AddSingleton<McpDiscovery>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var servers = routes.Service<McpServerEndpoints>();
        routes.Post(servers.RegisterAsync, Access.Member, Servers);
        routes.Get(servers.ListAsync, Access.Member, Servers);
        routes.Get(servers.GetAsync, Access.Member, One);
        routes.Put(servers.UpdateAsync, Access.Admin, One);
        routes.Delete(servers.DeleteAsync, Access.Admin, One);
        routes.Post(servers.ActivateAsync, Access.Admin, $"{One}/activate");
        routes.Post(servers.DeactivateAsync, Access.Admin, $"{One}/deactivate");

        var discovery = routes.Service<McpDiscovery>();
        routes.Post(discovery.ScanAsync, Access.Member, $"{Discovery}/scan-network");
        routes.Get(discovery.MonitorAsync, Access.Member, $"{Discovery}/health-monitor");
        routes.Get(discovery.StatusAsync, Access.Member, $"{Discovery}/server-status");
    }
}
