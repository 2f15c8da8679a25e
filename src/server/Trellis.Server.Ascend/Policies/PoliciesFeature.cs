using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Policies.WhatIf;
using Trellis.Server.Ascend.Rules.Stored;

namespace Trellis.Server.Ascend.Policies;

/// <summary>Policies (contract, sections 2.11 and 6.5). Everybody in the organisation sees them; administrators change them.</summary>
internal sealed class PoliciesFeature : IAscendFeature
{
    private const string Policies = "/api/governance/policies";
    private const string Alias = "/api/policies";
    private const string Agent = "/api/registry/agents/{agent_id}";

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<RuleKind<Policy>>(PolicyKind.Instance);
        services.AddSingleton<RuleEvents>();
        services.AddSingleton<RuleReading<Policy>>();
        services.AddSingleton<RuleChanges<Policy>>();
        services.AddSingleton<AgentPolicies>();
        services.AddSingleton<PolicyConflictEndpoints>();
        services.AddSingleton<WhatIfEvaluation>();
        services.AddSingleton<PolicyTrial>();
    }

    /// <inheritdoc/>
    public void MapRoutes(AscendRoutes routes)
    {
        RuleRoutes.Map<Policy>(routes, Policies, Alias);

        var whatIf = routes.Service<WhatIfEvaluation>();
        routes.Post(whatIf.EvaluateAsync, Access.Member, $"{Policies}/evaluate-realtime", $"{Policies}/evaluate", $"{Alias}/evaluate");
        routes.Post(whatIf.EvaluateForAgentAsync, Access.Member, $"{Agent}/evaluate");
        routes.Post(routes.Service<PolicyTrial>().TryAsync, Access.Member, $"{Policies}/try", $"{Alias}/try");

        var conflicts = routes.Service<PolicyConflictEndpoints>();
        routes.Get(conflicts.ListAsync, Access.Member, $"{Policies}/conflicts", $"{Alias}/conflicts");

        var ofAgents = routes.Service<AgentPolicies>();
        routes.Get(ofAgents.ListAsync, Access.Member, $"{Agent}/policies");
        routes.Post(ofAgents.CreateAsync, Access.Admin, $"{Agent}/policies");
    }
}
