using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Actions;

/// <summary>
/// Decides what agents may do (contract, sections 2.2, 2.3 and 6.1). Judging happens outside of the transaction, by what this server
/// remembers; the transaction first confirms that this still holds, else it judges again by what holds then, and keeps the action, its
/// decision and its audit record together. The answer goes out when they are durable.
/// </summary>
internal sealed class SubmitAction(
    IStore store, CallWrites writes, GovernanceCache cache, ActionIds ids, ActionDrafts drafts, ActionGates gates, ActionKeeper keeper, TimeProvider time)
{
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

        var submission = new Submission
        {
            Call = call,
            Request = request,
            Started = time.GetTimestamp(),
            ActionId = await ids.NextAsync(call.Aborted),
            Asked = SecretFreeJson.Of(call.RawBody.Span),
        };
        if (!Circumstances.TryFind(cache.Find(call.OrganisationId), request, out var circumstances))
            circumstances = await store.ReadAsync(session => LoadAsync(session, submission), call.Aborted);

        var draft = drafts.Of(submission, circumstances);
        return await writes.RunAsync(call, session => RecordAsync(session, draft));
    }

    private async ValueTask<JsonAnswer> RecordAsync(ISqlSession session, ActionDraft draft)
    {
        var submission = draft.Submission;
        var state = await cache.LoadAsync(session, submission.Call.OrganisationId);
        if (await ConfirmAsync(session, state, submission.Call) is { } unconfirmed)
            return unconfirmed;
        if (!ReferenceEquals(state, draft.Circumstances.State))
        {
            // The signature was looked at by what held then.
            if (state.Rules.Signing != draft.Circumstances.State.Rules.Signing)
                return AscendErrors.Unavailable("How requests are signed has just changed. Send the request again.");

            draft = drafts.Of(submission, await Circumstances.LoadAsync(session, state, submission.Request));
        }

        return await gates.CheckAsync(session, draft) switch
        {
            { Refusal: { } refusal } => refusal,
            { Linkage: var linkage } => await keeper.KeepAsync(session, draft, linkage),
        };
    }

    private async ValueTask<Circumstances> LoadAsync(ISqlSession session, Submission submission) => await Circumstances.LoadAsync(
        session, await cache.LoadAsync(session, submission.Call.OrganisationId), submission.Request);

    // The key was looked up in memory; it counts only if the store agrees now.
    private static async ValueTask<AscendError?> ConfirmAsync(ISqlSession session, GovernanceState state, AscendCall call)
    {
        if (call.Caller.Key is not { } presented)
            return null;

        return await state.Keys.GetAsync(session, presented.Hash) is { } key
            ? Authenticator.RefusalOf(key, call.At)
            : AscendErrors.Unauthorized(ErrorCodes.InvalidApiKey, "The API key is not known.");
    }
}
