using Trellis.Akshi.Json;

namespace Trellis.Akshi;

public sealed partial class AkshiClient
{
    /// <summary>
    /// Posts findings, all of them or, if one is refused, none. Python's <c>post_findings</c>. Never repeated by the client, since the runtime
    /// would take them for more findings. Contract section 2.5.
    /// </summary>
    /// <param name="records">The findings, up to 1,000.</param>
    /// <param name="cancellationToken">Gives the call up; the findings may be taken all the same.</param>
    /// <exception cref="AkshiApiException">A finding was refused (400), which the message names; none was taken.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<FindingReceipt> PostFindingsAsync(IEnumerable<FindingRecord> records, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(PostingFindings(records), cancellationToken);

    /// <inheritdoc cref="PostFindingsAsync"/>
    public FindingReceipt PostFindings(IEnumerable<FindingRecord> records, CancellationToken cancellationToken = default) =>
        _connection.Send(PostingFindings(records), cancellationToken);

    /// <summary>Lists what agents may use of the broker's secrets. Python's <c>broker_grants</c>. Contract section 2.6.</summary>
    /// <param name="status">Which ones: <c>active</c>, <c>revoked</c>, <c>expired</c> or <c>all</c>; <see langword="null"/> for the active ones.</param>
    /// <param name="agent">Whose; <see langword="null"/> for everybody's.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<IReadOnlyList<BrokerGrant>> BrokerGrantsAsync(
        string? status = null, string? agent = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(ListingGrants(status, agent), cancellationToken);

    /// <inheritdoc cref="BrokerGrantsAsync"/>
    public IReadOnlyList<BrokerGrant> BrokerGrants(string? status = null, string? agent = null, CancellationToken cancellationToken = default) =>
        _connection.Send(ListingGrants(status, agent), cancellationToken);

    /// <summary>Takes a grant back, at once. Python's <c>revoke_broker_grant</c>. Contract section 2.6.</summary>
    /// <param name="grantId">The <see cref="BrokerGrant.Id"/>.</param>
    /// <param name="cancellationToken">Gives the call up; the grant may be revoked all the same.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such grant, or it was revoked before.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<GrantChange> RevokeBrokerGrantAsync(string grantId, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(RevokingGrant(grantId), cancellationToken);

    /// <inheritdoc cref="RevokeBrokerGrantAsync"/>
    public GrantChange RevokeBrokerGrant(string grantId, CancellationToken cancellationToken = default) =>
        _connection.Send(RevokingGrant(grantId), cancellationToken);

    /// <summary>Lists what waits for somebody's decision, and what was decided lately. Python's <c>approvals</c>. Contract section 2.7.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<ApprovalList> ApprovalsAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<ApprovalList>(_calls.Approvals), cancellationToken);

    /// <inheritdoc cref="ApprovalsAsync"/>
    public ApprovalList Approvals(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<ApprovalList>(_calls.Approvals), cancellationToken);

    /// <summary>Decides an approval. Python's <c>post_approval</c>. Contract section 2.7.</summary>
    /// <param name="requestId">The <see cref="Approval.RequestId"/>.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="reason">Why, for the audit trail; <see langword="null"/> for no reason.</param>
    /// <param name="cancellationToken">Gives the call up; the decision may be taken all the same.</param>
    /// <exception cref="AkshiNotFoundException">There is no such approval, or it was decided before, or nobody decided it in time.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<ApprovalReceipt> PostApprovalAsync(
        string requestId, ApprovalVerdict decision, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(PostingApproval(requestId, decision, reason), cancellationToken);

    /// <inheritdoc cref="PostApprovalAsync"/>
    public ApprovalReceipt PostApproval(
        string requestId, ApprovalVerdict decision, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.Send(PostingApproval(requestId, decision, reason), cancellationToken);

    /// <summary>Lists what agents have given each other to do. Python's <c>a2a_tasks</c>. Contract section 2.8.</summary>
    /// <param name="status">Which ones; <see langword="null"/> for all.</param>
    /// <param name="agent">Which agent is to do them; <see langword="null"/> for any.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<A2ATaskList> A2ATasksAsync(A2ATaskState? status = null, string? agent = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(ListingTasks(status, agent), cancellationToken);

    /// <inheritdoc cref="A2ATasksAsync"/>
    public A2ATaskList A2ATasks(A2ATaskState? status = null, string? agent = null, CancellationToken cancellationToken = default) =>
        _connection.Send(ListingTasks(status, agent), cancellationToken);

    /// <summary>Has the runtime read its configuration anew, without a restart. Python's <c>reload</c>. Contract sections 2.9 and 5.11.</summary>
    /// <param name="agent">The one agent to reload; <see langword="null"/> for everything.</param>
    /// <param name="cancellationToken">Gives the call up; the reload may happen all the same.</param>
    /// <exception cref="AkshiApiException">The configuration is not valid (400); the old one goes on.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such agent.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<ReloadResult> ReloadAsync(string? agent = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Reloading(agent), cancellationToken);

    /// <inheritdoc cref="ReloadAsync"/>
    public ReloadResult Reload(string? agent = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Reloading(agent), cancellationToken);

    private ApiRequest<FindingReceipt> PostingFindings(IEnumerable<FindingRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new(_calls.PostFindings, RequestBody.From(new FindingsBody([.. records]), AkshiJsonContext.Default.FindingsBody));
    }

    private ApiRequest<IReadOnlyList<BrokerGrant>> ListingGrants(string? status, string? agent) =>
        new(_calls.BrokerGrants, Path: new Query(_calls.BrokerGrants.Path).Add("status", status).Add("agent", agent).ToPath());

    private ApiRequest<GrantChange> RevokingGrant(string grantId) =>
        new(_calls.RevokeBrokerGrant, Path: PathSegment.In(_calls.RevokeBrokerGrant.Path, grantId));

    private ApiRequest<ApprovalReceipt> PostingApproval(string requestId, ApprovalVerdict decision, string? reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(requestId);
        return new(_calls.PostApproval, RequestBody.From(new ApprovalBody(requestId, decision, reason), AkshiJsonContext.Default.ApprovalBody));
    }

    private ApiRequest<A2ATaskList> ListingTasks(A2ATaskState? status, string? agent) =>
        new(_calls.A2ATasks, Path: new Query(_calls.A2ATasks.Path).Add("status", status?.ToString()).Add("agent", agent).ToPath());

    private ApiRequest<ReloadResult> Reloading(string? agent) =>
        new(_calls.Reload, agent is null ? null : RequestBody.From(new ReloadBody(agent), AkshiJsonContext.Default.ReloadBody));
}
