using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Approvals.Workflows;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>Approvals: who decides about actions that wait for a person, and how they do (contract, sections 2.4, 2.7 and 6.6).</summary>
internal sealed class ApprovalsFeature : IAscendFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ApprovalRouting>();
        services.AddSingleton<SettlementSignal>();
        services.AddSingleton<ActionSettlement>();
        services.AddSingleton<IApprovalObserver, ApprovalTimes>();
        services.AddSingleton<ReadApprovals>();
        services.AddSingleton<DecideAction>();
        services.AddSingleton<OverrideApproval>();
        services.AddSingleton<WorkflowEndpoints>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var read = routes.Service<ReadApprovals>();
        routes.Get(read.CheckAsync, Access.Member, "/api/sdk/approval/{id}");
        routes.Get(read.ListAsync, Access.Member, "/api/v1/approvals", "/api/authorization/approvals");
        routes.Get(read.DetailsAsync, Access.Member, "/api/authorization/approvals/{id}");

        var decide = routes.Service<DecideAction>();
        routes.Post(decide.ApproveAsync, Access.Person, "/api/v1/actions/{id}/approve", "/api/governance/workflows/{id}/approve");
        routes.Post(decide.RejectAsync, Access.Person, "/api/v1/actions/{id}/reject", "/api/governance/workflows/{id}/deny");
        routes.Post(decide.AuthorizeAsync, Access.Person, "/api/authorization/authorize/{id}");

        var overrides = routes.Service<OverrideApproval>();
        routes.Post(overrides.OverrideAsync, Access.Person, "/api/authorization/approvals/{id}/override");
        routes.Post(overrides.ReviewAsync, Access.Person, "/api/authorization/approvals/{id}/review");

        var workflows = routes.Service<WorkflowEndpoints>();
        routes.Get(workflows.ListAsync, Access.Member, "/api/authorization/workflow-config");
        routes.Post(workflows.UpdateAsync, Access.Admin, "/api/authorization/workflow-config");
    }
}
