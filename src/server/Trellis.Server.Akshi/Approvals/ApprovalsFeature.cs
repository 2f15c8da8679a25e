using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>What agents may do only when a person allows it (contract, section 2.7).</summary>
internal sealed class ApprovalsFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ApprovalWaits>();
        services.AddSingleton<AgentApprovals>();
        services.AddSingleton<IAgentApprovals>(static provider => provider.GetRequiredService<AgentApprovals>());
        services.AddSingleton<IApprovalObserver, ApprovalTimes>();
        services.AddSingleton<ApprovalDesk>();
        services.AddSingleton<ApprovalsEndpoints>();
        services.AddHostedService<ApprovalLifetime>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var endpoints = routes.Service<ApprovalsEndpoints>();

        // ASCEND lists its approvals at the same place.
        routes.Map("GET", endpoints.ListAsync, new RouteRules { Access = Access.Operator, IsShared = true }, "/api/v1/approvals");
        routes.Post(endpoints.DecideNamedAsync, Access.Operator, "/api/v1/approvals");
        routes.Get(endpoints.ListGroupsAsync, Access.Operator, "/api/v1/approvals/batched");
        routes.Post(endpoints.DecideManyAsync, Access.Operator, "/api/v1/approvals/batch");
        routes.Post(endpoints.DecideOneAsync, Access.Operator, "/api/v1/approvals/{id}");
    }
}
