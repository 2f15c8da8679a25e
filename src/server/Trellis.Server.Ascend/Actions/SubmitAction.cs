using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// Decides what agents may do (contract, sections 2.2, 2.3 and 6.1). Judging happens outside of the transaction, by what this server
/// remembers; the transaction first confirms that this still holds, else it judges again by what holds then, and keeps the action, its
/// decision and its audit record together. The answer goes out when they are durable.
/// </summary>
internal sealed class SubmitAction(
    IStore store, IAuditLog audit, GovernanceCache cache, ApprovalRouting approvals, ActionIds ids, TimeProvider time)
{
    private const string EnvironmentHeader = "X-Environment";

    /// <summary>Answers a submitted action.</summary>
    public ValueTask<JsonAnswer> SubmitAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        return SubmitAsync(call, SubmitRequest.Read(body), body.Errors);
    }

    /// <summary>Answers a submitted call of an MCP server's tool.</summary>
    public ValueTask<JsonAnswer> SubmitMcpAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        return SubmitAsync(call, McpSubmitRequest.Read(body), body.Errors);
    }

    private async ValueTask<JsonAnswer> SubmitAsync(AscendCall call, SubmitRequest request, FieldErrors errors)
    {
        if (!errors.IsEmpty)
            return AscendErrors.Invalid(errors);

        var started = time.GetTimestamp();
        var id = await ids.NextAsync(call.Aborted);
        var state = cache.Find(call.OrganisationId);
        if (state is null || !state.Agents.TryGet(request.AgentId, out var agent))
            (state, agent) = await store.ReadAsync(session => LoadAsync(session, call, request), call.Aborted);

        var submission = new Submission
        {
            Call = call,
            Request = request,
            ActionId = id,
            Asked = SecretFreeJson.Of(call.RawBody.Span),
        };
        var judged = Prepare(submission, Judge.Of(state, agent, Propose(submission, agent)), started);
        return await store.WriteAsync(session => RecordAsync(session, submission, judged, started), call.Aborted);
    }

    private async ValueTask<JsonAnswer> RecordAsync(ISqlSession session, Submission submission, JudgedAction judged, long started)
    {
        var call = submission.Call;
        var (state, agent) = await LoadAsync(session, call, submission.Request);
        if (await ConfirmAsync(session, state, call) is { } refusal)
            return refusal;
        if (!ReferenceEquals(state, judged.Judgement.State))
            judged = Prepare(submission, Judge.Of(state, agent, Propose(submission, agent)), started);

        await ActionTable.AddAsync(session, judged.Action);
        if (judged.Approval is { } approval)
            await approvals.OpenAsync(session, approval);
        await audit.AppendAsync(session, judged.Entry);
        return new SubmitAnswer(judged.Action.Decision);
    }

    private async ValueTask<(GovernanceState State, AgentProfile Agent)> LoadAsync(ISqlSession session, AscendCall call, SubmitRequest request)
    {
        var state = await cache.LoadAsync(session, call.OrganisationId);
        return (state, await state.Agents.GetAsync(session, request.AgentId));
    }

    // The key was looked up in memory; it counts only if the store agrees now.
    private static async ValueTask<AscendError?> ConfirmAsync(ISqlSession session, GovernanceState state, AscendCall call)
    {
        if (call.Caller.Key is not { } presented)
            return null;

        return await state.Keys.GetAsync(session, presented.Hash) is { } key
            ? Authenticator.RefusalOf(key, call.At)
            : AscendErrors.Unauthorized(ErrorCodes.InvalidApiKey, "The API key is not known.");
    }

    private static ProposedAction Propose(Submission submission, AgentProfile agent)
    {
        var request = submission.Request;
        var headers = submission.Call.Http.Request.Headers;
        return new ProposedAction
        {
            AgentId = request.AgentId,
            AgentType = agent.AgentType,
            ActionType = request.ActionType,
            Resource = request.Resource,
            ResourceId = request.ResourceId,
            Description = request.Description ?? $"{request.ActionType} on {request.Resource}",
            Environment = EnvironmentOf(request, headers, agent),
            Details = request.Details,
            Context = request.Context,
            Indicators = request.Indicators,
            NistControl = request.NistControl,
            MitreTactic = request.MitreTactic,
            RequiresHumanApproval = request.RequiresHumanApproval,
            At = submission.Call.At,
        };
    }

    private static string EnvironmentOf(SubmitRequest request, IHeaderDictionary headers, AgentProfile agent)
    {
        var environment = new Fields(request.Context).OptionalText("environment")
            ?? request.Environment
            ?? (headers[EnvironmentHeader] is [{ Length: > 0 } header] ? header : null)
            ?? agent.Environment;
        return environment?.ToLowerInvariant() ?? "production";
    }

    private JudgedAction Prepare(Submission submission, Judgement judgement, long started)
    {
        var call = submission.Call;
        var approval = judgement.Decision.Status is DecisionStatus.PendingApproval
            ? approvals.Plan(judgement, submission.ActionId, submission.Asked.Digest, call.Caller)
            : null;
        var draft = new DecisionDraft(
            judgement, submission.ActionId, call.Origin.CorrelationId, (long)time.GetElapsedTime(started).TotalMilliseconds)
        {
            ApprovalId = approval?.Request.Id,
            RequiredApprovers = approval?.RequiredApprovers ?? [],
            ExpiresAt = approval?.Request.ExpiresAt,
            WorkflowId = approval?.WorkflowId,
        };
        var requestedBy = call.Caller.ActorId;
        return new JudgedAction(
            judgement,
            new StoredAction
            {
                OrganisationId = call.OrganisationId,
                Id = submission.ActionId,
                AgentId = submission.Request.AgentId,
                ActionType = submission.Request.ActionType,
                Resource = submission.Request.Resource,
                Status = DecisionNames.Of(judgement.Decision.Status),
                RiskScore = judgement.Score,
                RequestedBy = requestedBy,
                CreatedAt = call.At,
                UpdatedAt = call.At,
                ApprovalId = draft.ApprovalId,
                SessionId = submission.Request.OrchestrationSessionId,
                Depth = submission.Request.OrchestrationDepth,
                Request = submission.Asked.Text,
                Decision = JsonText.Of(draft, static (json, draft) => DecisionDocument.Write(json, draft)),
            },
            audit.Prepare(ActionAudit.Submitted(draft, requestedBy, submission.Asked.Digest, call.Origin)),
            approval);
    }
}
