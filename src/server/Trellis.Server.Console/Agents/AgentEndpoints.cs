using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Layout;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Agents;

/// <summary>The list of agents, and one of them.</summary>
internal static class AgentEndpoints
{
    // Each of ASCEND's agents on the page costs a look at its heartbeat.
    private const int PageSize = 25;
    private const int MostLines = 200;
    private const int MostFindings = 50;

    /// <summary>The agents of both platforms.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var offset = call.Number("offset", 0, 0, int.MaxValue);
        var killSwitch = await call.Platforms.GetAsync<KillSwitchState>(Platform.Ascend, "/api/sdk/kill-switch/status");
        var registered = await call.Platforms.GetAsync<RegisteredAgentList>(Platform.Ascend, $"/api/registry/agents?limit={PageSize}&offset={offset}");
        var lines = new List<AgentLine>();
        foreach (var agent in registered.Agents)
            lines.Add(AgentLine.Of(agent, await HealthAsync(call, agent.AgentId)));
        if (offset == 0)
            lines.AddRange((await RuntimeReader.ListAsync(call.Platforms)).Select(agent => AgentLine.Of(agent, call.At)));

        var model = new AgentListModel(killSwitch, lines, offset, PageSize, offset + PageSize < registered.Total);
        return ConsoleResult.Page<AgentListPage, AgentListModel>("Agents", model);
    }

    /// <summary>An agent, as each platform knows it that does.</summary>
    public static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        var name = call.Route("name");
        var registered = await call.Platforms.FindAsync<RegisteredAgent>(Platform.Ascend, $"/api/registry/agents/{Uri.EscapeDataString(name)}");
        var running = (await RuntimeReader.ListAsync(call.Platforms)).FirstOrDefault(agent => agent.Name == name);
        if (registered is null && running is null)
            return Problem.Page(StatusCodes.Status404NotFound, "There is no such agent", "It is neither registered with ASCEND nor run by Akshi.");

        var model = new AgentModel(
            name,
            registered,
            registered is null ? null : await HealthAsync(call, name),
            running,
            running is null ? [] : await RuntimeReader.ReadLogAsync(call.Platforms, name, MostLines),
            running is null ? [] : await RuntimeReader.ReadFindingsAsync(call.Platforms, name, MostFindings));
        return ConsoleResult.Page<AgentPage, AgentModel>(registered?.DisplayName ?? name, model);
    }

    private static Task<AgentHealth> HealthAsync(ConsoleCall call, string agentId) =>
        call.Platforms.GetAsync<AgentHealth>(Platform.Ascend, $"/api/agents/health/{Uri.EscapeDataString(agentId)}");
}
