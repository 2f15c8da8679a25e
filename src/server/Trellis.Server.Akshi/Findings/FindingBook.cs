using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Findings;

/// <inheritdoc cref="IFindings"/>
internal sealed class FindingBook(IStore store, IAuditLog audit, RuntimeOwner owner, StateChangeSignal changes, TimeProvider time) : IFindings
{
    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<long>> AddAsync(
        IReadOnlyList<NewFinding> findings, Func<ISqlSession, ValueTask> together, CancellationToken cancellationToken) =>
        AddAsync(findings, findings[0].Agent, null, together, cancellationToken);

    /// <summary>Stores findings of a caller together with the record of who added them, or none of them.</summary>
    /// <param name="findings">What to store; for none at all nothing is recorded.</param>
    /// <param name="actor">Who adds them.</param>
    /// <param name="origin">From where.</param>
    /// <param name="cancellationToken">Gives up while it still waits for its turn.</param>
    /// <returns>Their numbers, rising, in the order given.</returns>
    public async ValueTask<IReadOnlyList<long>> AddAsync(
        IReadOnlyList<NewFinding> findings, string actor, RequestOrigin origin, CancellationToken cancellationToken) =>
        findings.Count == 0 ? [] : await AddAsync(findings, actor, origin, null, cancellationToken);

    /// <summary>Reads a page.</summary>
    /// <param name="query">Which.</param>
    /// <param name="agent">Only of this agent; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public ValueTask<FindingPage> ReadAsync(CursorQuery query, string? agent, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async session =>
            {
                var findings = await FindingTable.ReadAsync(session, query.Since, query.From, agent, query.Limit);
                var next = findings.Count > 0 ? findings[^1].Seq + 1 : await FindingTable.HeadAsync(session) + 1;
                return new FindingPage(findings, next);
            },
            cancellationToken);

    /// <summary>The number that the next finding will get.</summary>
    public async ValueTask<long> NextSeqAsync(CancellationToken cancellationToken) =>
        await store.ReadAsync(FindingTable.HeadAsync, cancellationToken) + 1;

    private async ValueTask<IReadOnlyList<long>> AddAsync(
        IReadOnlyList<NewFinding> findings,
        string actor,
        RequestOrigin? origin,
        Func<ISqlSession, ValueTask>? together,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var batch = $"fnd_{Guid.CreateVersion7(now):N}";
        var entry = audit.Prepare(FindingEvents.Added(await owner.GetIdAsync(cancellationToken), batch, actor, origin, findings));
        var first = await store.WriteAsync(
            async session =>
            {
                // The counter and the audit chain are what others wait for, so they come last.
                if (together is not null)
                    await together(session);

                var first = await FindingTable.TakeNumbersAsync(session, findings.Count);
                await FindingTable.InsertAsync(session, findings, first, batch, now);
                await audit.AppendAsync(session, entry);
                return first;
            },
            cancellationToken);

        changes.FindingsReach(first + findings.Count);
        return [.. Enumerable.Range(0, findings.Count).Select(index => first + index)];
    }
}
