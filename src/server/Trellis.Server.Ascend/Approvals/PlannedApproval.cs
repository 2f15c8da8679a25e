using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Ascend.Approvals;

/// <summary>The approval that an action needs, ready to be opened in the transaction that keeps the action.</summary>
/// <param name="Request">What the kernel is asked for; it has its id already.</param>
/// <param name="WorkflowId">The workflow it follows.</param>
/// <param name="RequiredApprovers">Who has to approve, in people's words.</param>
internal sealed record PlannedApproval(ApprovalRequest Request, string WorkflowId, IReadOnlyList<string> RequiredApprovers);
