using Trellis.Server.Akshi.Agents.Declarative;
using Trellis.Server.Akshi.Agents.Files;
using Trellis.Server.Akshi.Agents.Memory;
using Trellis.Server.Akshi.Configuration;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Agents;

/// <summary>Makes agents of their configuration. Safe for concurrent use.</summary>
internal sealed class AgentFactory(
    IStore store, IFindings findings, SecretMask mask, AgentTools tools, RuntimeFile file, DataFolder data, TimeProvider time)
{
    /// <summary>Makes the agent and its supervisor, which is not started yet.</summary>
    public AgentSupervisor Make(AgentConfiguration agent, string folder)
    {
        IAgentBody body = agent.Declarative is null
            ? new NoBody()
            : new DeclarativeAgent(
                agent,
                new FileFence(folder, file.Path, data.Path),
                new AgentMemory(agent.Name, store, findings),
                new FindingMaker(agent.Name, mask),
                tools);
        return new AgentSupervisor(agent, body, tools, time);
    }
}
