using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Akshi.Agents.Declarative;
using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Inference;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Metrics;
using Trellis.Server.Akshi.Spending;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Agents;

/// <summary>The agents of <c>runtime.toml</c> and how they are (contract, section 2.3).</summary>
internal sealed class AgentsFeature : IAkshiFeature
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services)
    {
        services.AddSingleton<SpendLedger>();
        services.AddSingleton<ApprovalGate>();
        services.AddSingleton<RefusalReceipts>();
        services.AddSingleton(MakeTools);
        services.AddSingleton<AgentFactory>();
        services.AddSingleton<AgentRuntime>();
        services.AddSingleton<IAgentDirectory>(static provider => provider.GetRequiredService<AgentRuntime>());
        services.AddSingleton<IHostedService>(static provider => provider.GetRequiredService<AgentRuntime>());
    }

    /// <inheritdoc/>
    public void MapRoutes(AkshiRoutes routes)
    {
        var agents = routes.Service<IAgentDirectory>();
        routes.Get(call => new ValueTask<JsonAnswer>(List(agents, call.Query("agent"))), Access.Operator, "/api/v1/status", "/api/v1/agents");
    }

    private static AgentTools MakeTools(IServiceProvider services)
    {
        var gate = services.GetRequiredService<ApprovalGate>();
        var log = services.GetRequiredService<RuntimeLog>();
        var review = new FileReview(services.GetRequiredService<IInference>(), services.GetRequiredService<SpendLedger>(), gate, log);
        return new AgentTools(gate, review, services.GetRequiredService<IActivitySink>(), log, services.GetRequiredService<RefusalReceipts>(), services.GetRequiredService<IRuntimeCounters>());
    }

    // A filter and no look-up: an agent that is not there is an empty list.
    private static ArrayAnswer List(IAgentDirectory agents, string? name) => new(json =>
    {
        foreach (var status in agents.List().Where(status => name is null || status.Name == name))
            AgentStatusJson.Write(json, status);
    });
}
