using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Agents;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Tests.Support;

/// <summary>A directory of agents that a test fills, added to the server as a module of its own.</summary>
internal sealed class FakeAgents : IServerModule, IAgentDirectory
{
    private readonly ConcurrentDictionary<string, (int Order, AgentProfile Profile, AgentState State)> _agents = new();

    public string Name => "fake-agents";

    public IReadOnlyList<Migration> Migrations => [];

    public static FakeAgents Of(params string[] names)
    {
        var agents = new FakeAgents();
        foreach (var name in names)
            agents.Add(name, "a2a", "mcp");
        return agents;
    }

    public void Add(string name, params string[] capabilities) =>
        _agents[name] = (_agents.Count, new AgentProfile(name, $"What {name} does", capabilities.ToHashSet()), AgentState.Idle);

    public void Set(string name, AgentState state) => _agents[name] = _agents[name] with { State = state };

    public void Remove(string name) => _agents.TryRemove(name, out _);

    public IReadOnlyList<AgentStatus> List() =>
        [.. _agents.Values.OrderBy(static agent => agent.Order).Select(static agent => new AgentStatus(
            agent.Profile.Name, agent.State, TimeSpan.FromSeconds(1), null, 0, 0, null, null))];

    public AgentProfile? Find(string name) => _agents.TryGetValue(name, out var agent) ? agent.Profile : null;

    public void AddServices(IServiceCollection services) => services.AddSingleton<IAgentDirectory>(this);

    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
    }
}
