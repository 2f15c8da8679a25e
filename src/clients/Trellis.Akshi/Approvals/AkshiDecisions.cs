using Trellis.Akshi.Json;

namespace Trellis.Akshi;

/// <summary>
/// Approvals decided by their ids, and many at once. Reached through <see cref="AkshiClient.Decisions"/>; safe for concurrent use. Contract
/// section 2.7.
/// </summary>
public sealed class AkshiDecisions
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<ApprovalGroups> _listGroups;
    private readonly ApiOperation<ApprovalReceipt> _decide;
    private readonly ApiOperation<BatchDecision> _decideAll;

    internal AkshiDecisions(ApiConnection connection, AkshiOperations operations)
    {
        _connection = connection;
        _listGroups = operations.Get<ApprovalGroups>("approvals.batched", "/api/v1/approvals/batched");
        _decide = operations.Post<ApprovalReceipt>("approvals.decide", "/api/v1/approvals/{id}");
        _decideAll = operations.Post<BatchDecision>("approvals.batch", "/api/v1/approvals/batch");
    }

    /// <summary>Lists what waits for somebody's decision, grouped by agent and by what it is about.</summary>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<ApprovalGroups> ListGroupsAsync(CancellationToken cancellationToken = default) =>
        _connection.SendAsync(new ApiRequest<ApprovalGroups>(_listGroups), cancellationToken);

    /// <inheritdoc cref="ListGroupsAsync"/>
    public ApprovalGroups ListGroups(CancellationToken cancellationToken = default) =>
        _connection.Send(new ApiRequest<ApprovalGroups>(_listGroups), cancellationToken);

    /// <summary>Decides one approval.</summary>
    /// <param name="id">The <see cref="Approval.Id"/>.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="reason">Why, for the audit trail; <see langword="null"/> for no reason.</param>
    /// <param name="cancellationToken">Gives the call up; the decision may be taken all the same.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    /// <exception cref="AkshiNotFoundException">There is no such approval, or it was decided before, or nobody decided it in time.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<ApprovalReceipt> DecideAsync(
        string id, ApprovalVerdict decision, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Deciding(id, decision, reason), cancellationToken);

    /// <inheritdoc cref="DecideAsync"/>
    public ApprovalReceipt Decide(string id, ApprovalVerdict decision, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Deciding(id, decision, reason), cancellationToken);

    /// <summary>Decides several approvals alike. Those that are unknown or decided already are passed over, which the answer tells.</summary>
    /// <param name="ids">Their ids; at least one.</param>
    /// <param name="decision">What is decided.</param>
    /// <param name="cancellationToken">Gives the call up; decisions may be taken all the same.</param>
    /// <exception cref="ArgumentException">There is no id.</exception>
    /// <exception cref="AkshiException">The call failed.</exception>
    public Task<BatchDecision> DecideAllAsync(IEnumerable<string> ids, ApprovalVerdict decision, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(DecidingAll(ids, decision), cancellationToken);

    /// <inheritdoc cref="DecideAllAsync"/>
    public BatchDecision DecideAll(IEnumerable<string> ids, ApprovalVerdict decision, CancellationToken cancellationToken = default) =>
        _connection.Send(DecidingAll(ids, decision), cancellationToken);

    private ApiRequest<ApprovalReceipt> Deciding(string id, ApprovalVerdict decision, string? reason)
    {
        // The server has other plans for these two paths.
        if (id is "batch" or "batched")
        {
            throw new ArgumentException($"'{id}' is no id of an approval.", nameof(id));
        }

        return new(
            _decide, RequestBody.From(new DecisionBody(decision, reason), AkshiJsonContext.Default.DecisionBody), Path: PathSegment.In(_decide.Path, id));
    }

    private ApiRequest<BatchDecision> DecidingAll(IEnumerable<string> ids, ApprovalVerdict decision)
    {
        ArgumentNullException.ThrowIfNull(ids);
        string[] all = [.. ids];
        return all.Length == 0
            ? throw new ArgumentException("There must be an id.", nameof(ids))
            : new(_decideAll, RequestBody.From(new BatchBody(all, decision), AkshiJsonContext.Default.BatchBody));
    }
}
