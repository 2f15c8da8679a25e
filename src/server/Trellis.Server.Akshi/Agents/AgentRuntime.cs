using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Agents;

/// <summary>
/// The agents of the configuration, each under its supervisor: started with the server, exchanged by a reload, stopped with the server. Safe
/// for concurrent use; reloads take turns by themselves.
/// </summary>
internal sealed class AgentRuntime(RuntimeConfig config, RuntimeLog log, IServiceProvider services) : IAgentDirectory, IHostedLifecycleService
{
    /// <summary>Why an agent of WebAssembly does not run.</summary>
    public const string NoWasm =
        "agents compiled to WebAssembly are not supported by this runtime; declare the agent with kind = \"declarative\" or run it under Akshi itself";

    private volatile AgentSupervisor[] _agents = [];

    // The factory stands on services that look into the directory, which is this.
    private AgentFactory Factory => services.GetRequiredService<AgentFactory>();

    /// <inheritdoc/>
    public IReadOnlyList<AgentStatus> List() => [.. _agents.Select(static agent => agent.Status)];

    /// <inheritdoc/>
    public AgentProfile? Find(string name) =>
        _agents.FirstOrDefault(agent => agent.Agent.Name == name)?.Agent is { } agent
            ? new AgentProfile(agent.Name, agent.Description, agent.Capabilities)
            : null;

    /// <summary>Exchanges the agents that are others than before: a running tick ends, then the new agent starts. The others are not touched.</summary>
    /// <param name="configuration">What holds now.</param>
    /// <param name="anew">An agent that is started anew although it is the same; null for none.</param>
    public async Task<AgentChanges> ApplyAsync(RuntimeConfiguration configuration, string? anew = null)
    {
        var before = _agents.ToDictionary(static agent => agent.Agent.Name, StringComparer.Ordinal);
        var after = configuration.Agents
            .Select(agent => before.TryGetValue(agent.Name, out var known) && known.Agent.Fingerprint == agent.Fingerprint && agent.Name != anew
                ? known
                : Factory.Make(agent, configuration.Folder))
            .ToArray();
        var kept = after.Where(agent => before.ContainsValue(agent)).Select(static agent => agent.Agent.Name).ToHashSet(StringComparer.Ordinal);

        _agents = after;
        await Task.WhenAll(before.Values.Where(agent => !kept.Contains(agent.Agent.Name)).Select(StopAsync));
        foreach (var agent in after.Where(agent => !kept.Contains(agent.Agent.Name)))
            Start(agent);

        var names = after.Select(static agent => agent.Agent.Name).ToArray();
        return new AgentChanges(
            [.. names.Where(name => before.ContainsKey(name) && !kept.Contains(name))],
            [.. names.Where(kept.Contains)],
            [.. names.Where(name => !before.ContainsKey(name))],
            [.. before.Keys.Except(names, StringComparer.Ordinal)]);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Starts the agents, once everything else has started.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        var configuration = config.Current;
        foreach (var warning in configuration.Warnings)
            log.Write(LogSeverity.Warn, null, warning.ToString());
        await ApplyAsync(configuration);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(_agents.Select(static agent => agent.AbortAsync()));
        foreach (var agent in _agents)
            agent.Dispose();
    }

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task StopAsync(AgentSupervisor agent)
    {
        await agent.StopAsync();
        agent.Dispose();
    }

    private static void Start(AgentSupervisor agent)
    {
        if (agent.Agent is { Declarative: null, IsEnabled: true })
            agent.GiveUp(NoWasm);
        else
            agent.Start();
    }
}
