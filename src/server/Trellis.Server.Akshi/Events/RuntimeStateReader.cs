using Trellis.Server.Akshi.Agents;
using Trellis.Server.Akshi.Approvals;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Events;

/// <summary>Reads what the snapshot tells. Safe for concurrent use.</summary>
/// <param name="agents">Looked up when it is needed: the directory itself tells of its changes through here.</param>
/// <param name="approvals">The inbox.</param>
/// <param name="owner">Whose runtime this is.</param>
/// <param name="store">The store.</param>
internal sealed class RuntimeStateReader(Lazy<IAgentDirectory> agents, IApprovals approvals, RuntimeOwner owner, IStore store)
{
    /// <summary>How each agent is.</summary>
    public IReadOnlyList<AgentStatus> Agents => agents.Value.List();

    /// <summary>All of it.</summary>
    public async ValueTask<RuntimeState> ReadAsync(CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        var (pending, head) = await store.ReadAsync(
            async session => (await CountPendingAsync(session, organisation), await FindingTable.HeadAsync(session)), cancellationToken);
        return new RuntimeState(Agents, pending, head + 1);
    }

    /// <summary>How many questions wait for a person.</summary>
    public async ValueTask<long> CountPendingAsync(CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        return await store.ReadAsync(session => CountPendingAsync(session, organisation), cancellationToken);
    }

    private ValueTask<long> CountPendingAsync(ISqlSession session, long organisation) =>
        approvals.CountAsync(session, organisation, AkshiApprovals.Pending);
}
