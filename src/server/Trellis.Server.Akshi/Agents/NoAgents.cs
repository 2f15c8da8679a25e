namespace Trellis.Server.Akshi.Agents;

/// <summary>The directory of a runtime that runs no agents of its own; those that report through the API need no entry.</summary>
internal sealed class NoAgents : IAgentDirectory
{
    /// <inheritdoc/>
    public IReadOnlyList<AgentStatus> List() => [];

    /// <inheritdoc/>
    public AgentProfile? Find(string name) => null;
}
