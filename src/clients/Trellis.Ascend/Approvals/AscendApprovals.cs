using System.Text.Json.Nodes;

namespace Trellis.Ascend;

/// <summary>
/// What people decide. Reached through <see cref="AscendClient.Approvals"/> of a client with a person's token: agents cannot approve
/// themselves, so API keys are refused. Contract section 2.4. Safe for concurrent use.
/// </summary>
public sealed class AscendApprovals
{
    private readonly ApiConnection _connection;
    private readonly ApiOperation<ApprovalList> _list;
    private readonly ApiOperation<ApprovalDecision> _approve;
    private readonly ApiOperation<ApprovalDecision> _reject;

    internal AscendApprovals(ApiConnection connection, AscendOperations operations)
    {
        _connection = connection;
        _list = operations.Get<ApprovalList>("approvals.list", "/api/v1/approvals");
        _approve = operations.Post<ApprovalDecision>("approvals.approve", "/api/v1/actions/{id}/approve");
        _reject = operations.Post<ApprovalDecision>("approvals.reject", "/api/v1/actions/{id}/reject");
    }

    /// <summary>Lists approval requests, newest first.</summary>
    /// <param name="status">Which ones: <c>pending</c>, <c>approved</c>, <c>rejected</c>; <see langword="null"/> for all.</param>
    /// <param name="limit">How many at the most.</param>
    /// <param name="offset">How many to pass over.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<ApprovalList> ListAsync(
        string? status = "pending", int limit = 50, int offset = 0, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Listing(status, limit, offset), cancellationToken);

    /// <inheritdoc cref="ListAsync"/>
    public ApprovalList List(string? status = "pending", int limit = 50, int offset = 0, CancellationToken cancellationToken = default) =>
        _connection.Send(Listing(status, limit, offset), cancellationToken);

    /// <summary>Approves an action.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="comments">What there is to say about it.</param>
    /// <param name="cancellationToken">Gives the call up; the action may be approved all the same.</param>
    /// <exception cref="AscendAuthorizationException">The person may not decide this one.</exception>
    /// <exception cref="AscendConflictException">Somebody has decided already.</exception>
    /// <exception cref="AscendValidationException">The action does not wait for a decision.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<ApprovalDecision> ApproveAsync(string actionId, string? comments = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Approving(actionId, comments), cancellationToken);

    /// <inheritdoc cref="ApproveAsync"/>
    public ApprovalDecision Approve(string actionId, string? comments = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Approving(actionId, comments), cancellationToken);

    /// <summary>Rejects an action.</summary>
    /// <param name="actionId">The action.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Gives the call up; the action may be rejected all the same.</param>
    /// <exception cref="AscendAuthorizationException">The person may not decide this one.</exception>
    /// <exception cref="AscendConflictException">Somebody has decided already.</exception>
    /// <exception cref="AscendValidationException">The action does not wait for a decision.</exception>
    /// <exception cref="AscendException">The call failed.</exception>
    public Task<ApprovalDecision> RejectAsync(string actionId, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.SendAsync(Rejecting(actionId, reason), cancellationToken);

    /// <inheritdoc cref="RejectAsync"/>
    public ApprovalDecision Reject(string actionId, string? reason = null, CancellationToken cancellationToken = default) =>
        _connection.Send(Rejecting(actionId, reason), cancellationToken);

    private ApiRequest<ApprovalList> Listing(string? status, int limit, int offset) =>
        Requests.Read(_list, new Query(_list.Path).Add("status", status).Add("limit", limit).Add("offset", offset).ToString());

    private ApiRequest<ApprovalDecision> Approving(string actionId, string? comments) =>
        Requests.Change(_approve, PathSegment.In(_approve.Path, actionId, "action_id"), Body("comments", comments));

    private ApiRequest<ApprovalDecision> Rejecting(string actionId, string? reason) =>
        Requests.Change(_reject, PathSegment.In(_reject.Path, actionId, "action_id"), Body("reason", reason));

    private static CanonicalBody? Body(string name, string? text) =>
        string.IsNullOrEmpty(text) ? null : new CanonicalBody(new JsonObject { [name] = text });
}
