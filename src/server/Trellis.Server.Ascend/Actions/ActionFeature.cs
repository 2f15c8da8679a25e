using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Hosting;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Actions;

/// <summary>Actions: what agents ask to do, what was decided, and how it ended (contract, sections 2.2 to 2.5 and 2.12).</summary>
internal sealed class ActionFeature : IAscendFeature
{
    private static readonly RouteRules Submitting = new()
    {
        Access = Access.Member,
        ConfirmsCredential = true,
        RateLimit = AscendOptions.SubmitLimit,
        LongestBody = 256 * 1024,
    };

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ActionIds>();
        services.AddSingleton<ActionDrafts>();
        services.AddSingleton<ActionGates>();
        services.AddSingleton<ActionKeeper>();
        services.AddSingleton<SubmitAction>();
        services.AddSingleton<ReadActions>();
        services.AddSingleton<ExplainRisk>();
        services.AddSingleton<CloseAction>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var submit = routes.Service<SubmitAction>();
        routes.Map(
            "POST",
            submit.SubmitAsync,
            Submitting,
            "/api/v1/actions/submit", "/api/v1/actions/evaluate", "/api/authorization/agent-action", "/api/sdk/agent-action");
        routes.Map("POST", submit.SubmitMcpAsync, Submitting, "/api/v1/mcp/actions/submit");

        var read = routes.Service<ReadActions>();
        routes.Get(read.StatusAsync, Access.Member, "/api/v1/actions/{id}/status", "/api/agent-action/status/{id}");
        routes.Get(read.DetailsAsync, Access.Member, "/api/v1/actions/{id}", "/api/agent-action/{id}");
        routes.Get(routes.Service<ExplainRisk>().ExplainAsync, Access.Member, "/api/v1/actions/{id}/risk");
        routes.Get(read.ListAsync, Access.Member, "/api/agent-activity");
        routes.Get(read.ArrayAsync, Access.Member, "/api/v1/actions");

        var close = routes.Service<CloseAction>();
        routes.Post(close.CompleteAsync, Access.Member, "/api/agent-action/{id}/complete", "/api/sdk/action/{id}/completed");
        routes.Post(close.FailAsync, Access.Member, "/api/agent-action/{id}/fail", "/api/sdk/action/{id}/failed");
    }
}
