using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Agents;

/// <summary>Finds what decisions need to know of agents.</summary>
internal static class AgentProfiles
{
    public static async ValueTask<AgentProfile> FindAsync(ISqlSession session, long organisationId, string agentId) =>
        (await AgentTable.FindEvenDeregisteredAsync(session, organisationId, agentId))?.ToProfile() ?? AgentProfile.Unregistered(agentId);
}
