using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Logs;

namespace Trellis.Server.Akshi.Reload;

/// <summary>
/// Reads <c>runtime.toml</c> anew while the server runs (contract, sections 2.9 and 5.11). Everything is checked before anything is changed: a
/// wrong file changes nothing. Safe for concurrent use: reloads take turns.
/// </summary>
internal sealed class Reloader(RuntimeFile file, RuntimeConfig config, Dashboard dashboard, AgentRuntime agents, RuntimeLog log) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Reloads.</summary>
    /// <param name="agent">The one agent that is exchanged, and started anew even if it is the same; null for all that changed, and all settings.</param>
    /// <param name="cancellationToken">Gives up while it waits for its turn; a reload that has begun is finished.</param>
    /// <returns>What was done; null when there is no such agent, before or now.</returns>
    /// <exception cref="RuntimeConfigurationException">The file is wrong.</exception>
    public async Task<ReloadResult?> ReloadAsync(string? agent, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var running = config.Current;
            var read = Read();
            if (agent is not null && !running.Agents.Concat(read.Agents).Any(known => known.Name == agent))
                return null;

            var restart = RestartKeys.Of(running, read);
            var next = agent is null ? Settings(read, running) : OneAgent(read, running, agent);
            config.Exchange(next);
            dashboard.Settings = next.Dashboard;
            var changes = await agents.ApplyAsync(next, agent);
            Tell(read, changes);
            return new ReloadResult(changes, restart);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private RuntimeConfiguration Read()
    {
        try
        {
            return file.Read();
        }
        catch (RuntimeConfigurationException error)
        {
            log.Write(LogSeverity.Error, null, $"the configuration is wrong and was not loaded; the old one holds. {error.Message}");
            throw;
        }
    }

    private static RuntimeConfiguration Settings(RuntimeConfiguration read, RuntimeConfiguration running) => read with
    {
        Start = running.Start,
        Dashboard = read.Dashboard with { TokenHash = running.Dashboard.TokenHash },
        Secrets = [.. read.Secrets, .. running.Secrets.Except(read.Secrets)],
    };

    private static RuntimeConfiguration OneAgent(RuntimeConfiguration read, RuntimeConfiguration running, string name)
    {
        var next = read.Agents.FirstOrDefault(agent => agent.Name == name);
        var agents = running.Agents.Where(agent => agent.Name != name || next is not null).Select(agent => agent.Name == name ? next! : agent);
        if (next is not null && !running.Agents.Any(agent => agent.Name == name))
            agents = agents.Append(next);
        return running with { Agents = [.. agents], Secrets = [.. running.Secrets, .. read.Secrets.Except(running.Secrets)] };
    }

    private void Tell(RuntimeConfiguration read, AgentChanges changes)
    {
        foreach (var warning in read.Warnings)
            log.Write(LogSeverity.Warn, null, warning.ToString());
        log.Write(
            LogSeverity.Info,
            null,
            $"the configuration was loaded: {changes.Added.Count} agents added, {changes.Reloaded.Count} reloaded, {changes.Removed.Count} removed, {changes.Unchanged.Count} unchanged");
    }
}
