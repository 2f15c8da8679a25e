using Trellis.Server.Ascend.Approvals.Workflows;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>
/// By whom and until when an action is approved: its workflow, and what policies demand beyond it (contract, sections 6.5 and 6.6).
/// </summary>
internal static class ApprovalTerms
{
    /// <summary>The stages of an approval.</summary>
    public static ApprovalStage[] StagesOf(Workflow workflow, Decision decision)
    {
        var stages = new ApprovalStage[Math.Max(workflow.Stages, decision.MinApprovers ?? 1)];
        for (var index = 0; index < stages.Length; index++)
        {
            // People whom a policy demands beyond the workflow stand as high as its last one.
            var level = Math.Min(workflow.RequiredLevel + Math.Min(index, workflow.Stages - 1), ApprovalLevel.Highest);
            stages[index] = new ApprovalStage
            {
                Name = index < workflow.StageNames.Count ? workflow.StageNames[index] : LevelNames.Of(level),
                RequiredLevel = level,
                Approvers = decision.RequiredApprovers.Count > 0 ? decision.RequiredApprovers : workflow.Approvers,
                EscalateAfter = decision is { EscalateOnTimeout: true, ApprovalTimeout: { } timeout } ? timeout : workflow.Escalation,
            };
        }

        return stages;
    }

    /// <summary>
    /// How long all of it may take. Where a policy wants an escalation at the end of its time, those it escalates to have the workflow's
    /// time on top.
    /// </summary>
    public static TimeSpan WindowOf(Workflow workflow, Decision decision) => decision switch
    {
        { ApprovalTimeout: { } timeout, EscalateOnTimeout: true } => timeout + workflow.Timeout,
        { ApprovalTimeout: { } timeout } => timeout,
        _ => workflow.Timeout,
    };
}
