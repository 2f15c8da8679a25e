using System.Text.Json;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Approvals;

/// <summary>Lists approvals and takes decisions (contract, section 2.7).</summary>
internal sealed class ApprovalsEndpoints(ApprovalDesk desk)
{
    private const int MostIds = 1000;
    private const int LongestId = 64;

    /// <summary>GET: what waits and what has ended.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AkshiCall call)
    {
        var pending = await desk.ListPendingAsync(call.Aborted);
        var resolved = await desk.ListResolvedAsync(call.Aborted);
        return Answer.Ok(json =>
        {
            Write(json, "pending"u8, pending);
            Write(json, "resolved"u8, resolved);
        });
    }

    /// <summary>GET: what waits, by agent and capability.</summary>
    public async ValueTask<JsonAnswer> ListGroupsAsync(AkshiCall call)
    {
        var groups = (await desk.ListPendingAsync(call.Aborted))
            .GroupBy(static approval => ApprovalSubject.Of(approval) is var subject ? (subject.Agent, subject.Capability) : default)
            .ToArray();
        return Answer.Ok(json =>
        {
            json.WriteStartArray("groups"u8);
            foreach (var group in groups)
            {
                json.WriteStartObject();
                json.WriteString("agent"u8, group.Key.Agent);
                json.WriteString("capability"u8, group.Key.Capability);
                json.WriteNumber("count"u8, group.Count());
                json.WriteTexts("ids"u8, [.. group.Select(static approval => approval.Id)]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>POST on the collection: the body names the approval.</summary>
    public ValueTask<JsonAnswer> DecideNamedAsync(AkshiCall call)
    {
        var fields = call.Fields;
        var id = fields.Text("request_id");
        var decision = ApprovalDecisionInput.Read(fields);
        return fields.Errors.IsEmpty ? DecideAsync(call, id, decision) : new(AkshiErrors.Invalid(fields.Errors));
    }

    /// <summary>POST on one approval.</summary>
    public ValueTask<JsonAnswer> DecideOneAsync(AkshiCall call)
    {
        var fields = call.Fields;
        var decision = ApprovalDecisionInput.Read(fields);
        return fields.Errors.IsEmpty ? DecideAsync(call, call.Route("id"), decision) : new(AkshiErrors.Invalid(fields.Errors));
    }

    /// <summary>POST: one decision for many; those that nobody can decide any more are passed over.</summary>
    public async ValueTask<JsonAnswer> DecideManyAsync(AkshiCall call)
    {
        var (ids, decision, refusal) = ReadMany(call);
        if (refusal is not null)
            return refusal;

        var decided = await desk.DecideAsync(ids, decision, call.Caller.ActorId, call.Origin, call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteNumber("decided"u8, decided.Count);
            json.WriteTexts("ids"u8, [.. decided.Select(static approval => approval.Id)]);
        });
    }

    private static (IReadOnlyList<string> Ids, ApprovalDecisionInput Decision, AkshiError? Refusal) ReadMany(AkshiCall call)
    {
        var fields = call.Fields;
        var ids = fields.Texts("ids", MostIds, LongestId);
        if (ids.Count == 0)
            fields.AddError("ids", "must have at least one element");
        var decision = ApprovalDecisionInput.Read(fields);
        return (ids, decision, fields.Errors.IsEmpty ? null : AkshiErrors.Invalid(fields.Errors));
    }

    private async ValueTask<JsonAnswer> DecideAsync(AkshiCall call, string id, ApprovalDecisionInput decision)
    {
        if (await desk.DecideAsync([id], decision, call.Caller.ActorId, call.Origin, call.Aborted) is not [var approval])
            return AkshiErrors.NotFound("No pending approval has this id.");

        return Answer.Ok(json =>
        {
            json.WriteBoolean("ok"u8, true);
            json.WriteString("id"u8, approval.Id);
            json.WriteString("request_id"u8, approval.Id);
            json.WriteString("decision"u8, decision.Word);
            json.WriteTime("decided_at"u8, approval.DecidedAt);
        });
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, IReadOnlyList<Approval> approvals)
    {
        json.WriteStartArray(name);
        foreach (var approval in approvals)
            ApprovalJson.Write(json, approval);
        json.WriteEndArray();
    }
}
