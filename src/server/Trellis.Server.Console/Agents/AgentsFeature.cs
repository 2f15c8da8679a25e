using Trellis.Server.Console.Http;

namespace Trellis.Server.Console.Agents;

/// <summary>The agents: those that ASCEND governs and those that Akshi runs.</summary>
internal sealed class AgentsFeature : IConsoleFeature
{
    /// <inheritdoc/>
    public void MapRoutes(ConsoleRoutes routes)
    {
        routes.Get("/agents", AgentEndpoints.ListAsync);
        routes.Get("/agents/{name}", AgentEndpoints.ShowAsync);
        routes.Post("/agents/kill-switch", AgentChanges.SwitchAsync);
        routes.Post("/agents/{name}/status", AgentChanges.ChangeStatusAsync);
        routes.Post("/agents/{name}/block", AgentChanges.BlockAsync);
        routes.Post("/agents/{name}/trust", AgentChanges.ChangeTrustAsync);
    }
}
