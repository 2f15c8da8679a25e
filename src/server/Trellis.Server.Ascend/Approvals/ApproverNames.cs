using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>Who has to approve, as <c>required_approvers</c> says it: the approvers that a stage names, or else the stage.</summary>
internal static class ApproverNames
{
    public static IReadOnlyList<string> Of(IReadOnlyList<ApprovalStage> stages) =>
        [.. stages.SelectMany(static stage => stage.Approvers.Count > 0 ? stage.Approvers : [stage.Name]).Distinct()];
}
