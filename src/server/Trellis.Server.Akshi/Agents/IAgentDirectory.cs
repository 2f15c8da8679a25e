namespace Trellis.Server.Akshi.Agents;

/// <summary>The agents of the runtime, as the rest of it sees them. Safe for concurrent use.</summary>
internal interface IAgentDirectory
{
    /// <summary>How each agent is, in the order of the configuration.</summary>
    IReadOnlyList<AgentStatus> List();

    /// <summary>An agent by its name; null when there is none.</summary>
    AgentProfile? Find(string name);
}
