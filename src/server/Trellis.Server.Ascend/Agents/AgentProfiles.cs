using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Agents;

/// <summary>Finds what decisions need to know of agents.</summary>
internal static class AgentProfiles
{
    public static ValueTask<AgentProfile> FindAsync(ISqlSession session, long organisationId, string agentId)
    {
        _ = (session, organisationId);
        return new(AgentProfile.Unregistered(agentId));
    }
}
