using Trellis.Server.Akshi.Events;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Approvals;

/// <inheritdoc cref="IAgentApprovals"/>
internal sealed class AgentApprovals(
    IStore store,
    IApprovals approvals,
    IAuditLog audit,
    RuntimeOwner owner,
    ApprovalWaits waits,
    StateChangeSignal changes,
    ServerIdentity server,
    TimeProvider time) : IAgentApprovals
{
    private const string StageName = "operator";

    // Where servers share a store, the person may answer on another one.
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public async ValueTask<ApprovalAnswerKind> AskAsync(
        string agent, string capability, string detail, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested || waits.Stopping.IsCancellationRequested)
            return ApprovalAnswerKind.TimedOut;

        var id = approvals.NewId();
        var wait = waits.Begin(id);
        try
        {
            var organisation = await owner.GetIdAsync(CancellationToken.None);
            var isShared = await OpenAsync(organisation, id, ApprovalSubject.Of(agent, capability, detail), timeout);
            return await WaitAsync(organisation, id, wait, isShared ? LookInterval : Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            waits.End(id);
        }
    }

    /// <summary>
    /// Resolves what an earlier process of this server has asked and not lived to see answered: the agents that waited are gone, and an answer
    /// would mean nothing.
    /// </summary>
    public async Task ResolveLeftoversAsync(CancellationToken cancellationToken)
    {
        const int Most = 1000;
        var organisation = await owner.GetIdAsync(cancellationToken);
        var pending = await store.ReadAsync(
            session => approvals.ListAsync(session, organisation, AkshiApprovals.Pending, new ApprovalPage(Most)), cancellationToken);
        foreach (var approval in pending.Where(approval => approval.SubjectId.StartsWith(SubjectPrefix, StringComparison.Ordinal)))
            await WithdrawAsync(organisation, approval.Id, "runtime_restarted");
    }

    private string SubjectPrefix => $"{server.Id}:";

    private async ValueTask<bool> OpenAsync(long organisation, string id, ApprovalSubject subject, TimeSpan timeout)
    {
        var digest = subject.Digest();
        var request = new ApprovalRequest
        {
            Id = id,
            OrganisationId = organisation,
            Platform = AkshiApprovals.Platform,
            SubjectId = SubjectPrefix + id,
            SubjectDigest = digest,
            RequestedBy = $"agent:{subject.Agent}",
            Title = $"{subject.Agent} asks for {subject.Capability}",
            Summary = subject.ToSummary(),
            Stages = [new ApprovalStage { Name = StageName, RequiredLevel = ApprovalLevel.Lowest }],
            ExpiresAt = time.GetUtcNow() + timeout,
        };
        var entry = audit.Prepare(ApprovalEvents.Requested(organisation, id, subject, digest));
        var isShared = await store.WriteAsync(
            async session =>
            {
                await approvals.OpenAsync(session, request);
                await audit.AppendAsync(session, entry);
                return session.Dialect.IsShared;
            });
        changes.ApprovalsChanged();
        return isShared;
    }

    private async ValueTask<ApprovalAnswerKind> WaitAsync(
        long organisation, string id, ApprovalWait wait, TimeSpan look, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, waits.Stopping);
        while (true)
        {
            try
            {
                return await wait.Answer.WaitAsync(look, time, end.Token);
            }
            catch (TimeoutException)
            {
                if (await FindEndAsync(organisation, id) is { } ended)
                    return ApprovalWaits.KindOf(ended);
            }
            catch (OperationCanceledException)
            {
                // Whoever decided in the same moment has decided.
                return ApprovalWaits.KindOf(await WithdrawAsync(organisation, id, "runtime_stopped"));
            }
        }
    }

    private async ValueTask<Approval?> FindEndAsync(long organisation, string id) =>
        await store.ReadAsync(session => approvals.FindAsync(session, organisation, id)) is { State: not ApprovalState.Pending } ended ? ended : null;

    private async ValueTask<Approval> WithdrawAsync(long organisation, string id, string reason)
    {
        var approval = await store.WriteAsync(
            async session =>
            {
                var outcome = await approvals.CancelAsync(session, organisation, id, AkshiApprovals.Runtime, reason);
                if (outcome.Kind is ApprovalOutcomeKind.Decided)
                    await audit.AppendAsync(session, ApprovalEvents.Expired(outcome.Approval!, reason));
                return outcome.Approval!;
            });
        changes.ApprovalsChanged();
        return approval;
    }
}
