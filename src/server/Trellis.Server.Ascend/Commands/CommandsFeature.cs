using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Commands;

/// <summary>Commands to agents (contract, section 2.10).</summary>
internal sealed class CommandsFeature : IAscendFeature
{
    private const string OfAgent = "/api/registry/agents/{agent_id}/commands";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<IssueCommand>();
        services.AddSingleton<ReceiveCommands>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var issue = routes.Service<IssueCommand>();
        routes.Post(issue.ToAgentAsync, Access.Admin, OfAgent);
        routes.Post(issue.ToAllAsync, Access.Admin, "/api/registry/commands");

        var receive = routes.Service<ReceiveCommands>();
        routes.Get(receive.ListAsync, Access.Member, OfAgent);
        routes.Post(receive.AcknowledgeAsync, Access.Member, $"{OfAgent}/{{command_id}}/ack");
    }
}
