using Trellis.Server.Console.Actions;
using Trellis.Server.Kernel.Approvals;

namespace Trellis.Server.Console.Approvals;

/// <summary>What the page of an approval shows.</summary>
/// <param name="Item">What is asked.</param>
/// <param name="Approval">Where it stands.</param>
/// <param name="History">What has happened to it.</param>
/// <param name="Action">The action as ASCEND has it; null on other platforms.</param>
internal sealed record ApprovalModel(InboxItem Item, Approval Approval, IReadOnlyList<ApprovalDecision> History, GovernedAction? Action);
