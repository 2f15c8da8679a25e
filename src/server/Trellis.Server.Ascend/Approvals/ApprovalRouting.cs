using System.Text;
using System.Text.Json;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Approvals.Workflows;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>Finds who has to approve an action: the workflow of its risk, and what policies demand beyond it (contract, section 6.6).</summary>
internal sealed class ApprovalRouting(IApprovals approvals)
{
    private const int LongestTitle = 200;

    /// <summary>Plans the approval of an action that waits for a person. Needs no transaction.</summary>
    /// <param name="judgement">The judged action.</param>
    /// <param name="actionId">Its id.</param>
    /// <param name="digest">SHA-256 of what exactly was asked, in lower-case hexadecimal.</param>
    /// <param name="caller">Who asked; the person behind a key must not approve.</param>
    public PlannedApproval Plan(Judgement judgement, long actionId, string digest, Caller caller)
    {
        var (action, decision) = (judgement.Action, judgement.Decision);
        var workflow = judgement.State.Rules.Workflows.Choose(judgement.Score);
        var stages = ApprovalTerms.StagesOf(workflow, decision);
        var title = $"{action.ActionType} on {action.Resource}";
        var request = new ApprovalRequest
        {
            Id = approvals.NewId(),
            OrganisationId = judgement.State.OrganisationId,
            Platform = AscendApprovals.Platform,
            SubjectId = AscendApprovals.SubjectOf(actionId),
            SubjectDigest = digest,
            RequestedBy = caller.Key?.CreatedBy ?? caller.ActorId,
            Title = title.Length > LongestTitle ? $"{title.AsSpan(0, LongestTitle - 1)}…" : title,
            Summary = SummaryOf(judgement, actionId, workflow),
            Stages = stages,
            ExpiresAt = action.At + ApprovalTerms.WindowOf(workflow, decision),
            AllowsOverride = workflow.EmergencyOverride,
        };
        return new PlannedApproval(request, workflow.Id, ApproverNames.Of(stages));
    }

    /// <summary>Opens a planned approval in the transaction that keeps the action.</summary>
    public ValueTask<Approval> OpenAsync(ISqlSession session, PlannedApproval approval) => approvals.OpenAsync(session, approval.Request);

    private static string SummaryOf(Judgement judgement, long actionId, Workflow workflow) =>
        SecretFreeJson.Of(Encoding.UTF8.GetBytes(JsonText.Of(json => WriteSummary(json, judgement, actionId, workflow)))).Text.ToString();

    private static void WriteSummary(Utf8JsonWriter json, Judgement judgement, long actionId, Workflow workflow)
    {
        var action = judgement.Action;
        json.WriteStartObject();
        json.WriteNumber("action_id"u8, actionId);
        json.WriteString("agent_id"u8, action.AgentId);
        json.WriteString("action_type"u8, action.ActionType);
        json.WriteString("resource"u8, action.Resource);
        json.WriteString("description"u8, action.Description);
        json.WriteString("environment"u8, action.Environment);
        json.WriteNumber("risk_score"u8, judgement.Score);
        json.WriteString("risk_level"u8, RiskBands.Word(judgement.Level));
        json.WriteString("reason"u8, judgement.Decision.Verdict.Reason);
        json.WriteTexts("conditions"u8, judgement.Decision.Conditions);
        json.WriteString("workflow_id"u8, workflow.Id);
        json.WriteEndObject();
    }
}
