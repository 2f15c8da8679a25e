using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Approvals.Workflows;

/// <summary>How an organisation's approvals go (contract, section 6.6).</summary>
internal sealed class WorkflowEndpoints(IStore store, IAuditLog audit)
{
    /// <summary>All workflows.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var workflows = await store.ReadAsync(session => WorkflowTable.LoadAsync(session, call.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("workflows"u8);
            foreach (var workflow in workflows.All)
            {
                json.WriteStartObject();
                WorkflowDocument.Write(json, workflow);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, workflows.All.Count);
        });
    }

    /// <summary>Changes a workflow. What waits already goes on as it began.</summary>
    public async ValueTask<JsonAnswer> UpdateAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        var id = body.Text("workflow_id");
        if (!body.Has("updates"))
            body.Errors.Add("updates", "is required");
        body.Object("updates");
        return body.Errors.IsEmpty
            ? await store.WriteAsync(session => UpdateAsync(session, call, id), call.Aborted)
            : AscendErrors.Invalid(body.Errors);
    }

    private async ValueTask<JsonAnswer> UpdateAsync(ISqlSession session, AscendCall call, string id)
    {
        // The mark first: it makes changes of one organisation wait for each other, so that none is lost.
        await GovernanceVersions.MarkRulesAsync(session, call.OrganisationId);
        if ((await WorkflowTable.LoadAsync(session, call.OrganisationId)).Find(id) is not { } workflow)
            return AscendErrors.NotFound("The workflow");

        var updates = new Fields(call.Body).Nested("updates");
        var changed = WorkflowDocument.Apply(updates, workflow);
        if (!updates.Errors.IsEmpty)
            return AscendErrors.Invalid(updates.Errors);

        await WorkflowTable.SetAsync(session, call.OrganisationId, changed, call.Caller.ActorId, call.At);
        await audit.AppendAsync(session, Updated(call, changed));
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            WorkflowDocument.Write(json, changed);
        });
    }

    private static AuditEvent Updated(AscendCall call, Workflow workflow) => new()
    {
        OrganisationId = call.OrganisationId,
        Platform = "ascend",
        EventType = "workflow_config_updated",
        ActorId = call.Caller.ActorId,
        ResourceType = "approval_workflow",
        ResourceId = workflow.Id,
        Action = "update",
        Outcome = AuditOutcome.Success,
        IpAddress = call.Origin.IpAddress,
        CorrelationId = call.Origin.CorrelationId,
        Data = AuditData.Object(json => WorkflowDocument.Write(json, workflow)),
    };
}
