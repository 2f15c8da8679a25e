using Trellis.Server.Ascend.Approvals;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Ascend.Actions;

/// <summary>A judged action, ready to be kept.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Action">Its row.</param>
/// <param name="Entry">Its audit record.</param>
/// <param name="Approval">The approval to open; null when it waits for nobody.</param>
internal sealed record JudgedAction(Judgement Judgement, StoredAction Action, AuditEntry Entry, PlannedApproval? Approval);
