using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Hosting;
using Trellis.Server.Ascend.Http;

namespace Trellis.Server.Ascend.Agents;

/// <summary>The registry of agents (contract, section 2.6).</summary>
internal sealed class AgentsFeature : IAscendFeature
{
    private const string Agents = "/api/registry/agents";
    private const string One = $"{Agents}/{{agent_id}}";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AgentSuspension>();
        services.AddSingleton<AgentChange>();
        services.AddSingleton<AgentRegistration>();
        services.AddSingleton<AgentEndpoints>();
        services.AddSingleton<AgentLifecycle>();
        services.AddSingleton<AgentUpdates>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        var registering = new RouteRules { Access = Access.Member, RateLimit = AscendOptions.RegisterLimit };
        routes.Map("POST", routes.Service<AgentRegistration>().RegisterAsync, registering, Agents, "/api/sdk/agent/register");

        var agents = routes.Service<AgentEndpoints>();
        routes.Get(agents.ListAsync, Access.Member, Agents);
        routes.Get(agents.GetAsync, Access.Member, One);
        routes.Delete(agents.DeregisterAsync, Access.Member, One);

        var updates = routes.Service<AgentUpdates>();
        routes.Put(updates.UpdateAsync, Access.Member, One);
        routes.Put(updates.ChangeTrustAsync, Access.Admin, $"{One}/trust");

        var lifecycle = routes.Service<AgentLifecycle>();
        routes.Post(lifecycle.RequestApprovalAsync, Access.Member, $"{One}/request-approval");
        routes.Post(lifecycle.ActivateAsync, Access.Admin, $"{One}/activate");
        routes.Post(lifecycle.SuspendAsync, Access.Admin, $"{One}/suspend");
        routes.Post(lifecycle.EmergencySuspendAsync, Access.Admin, $"{One}/emergency-suspend");
        routes.Post(lifecycle.DeprecateAsync, Access.Admin, $"{One}/deprecate");
        routes.Post(lifecycle.RetireAsync, Access.Admin, $"{One}/retire");
    }
}
