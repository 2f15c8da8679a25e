using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Ascend.Actions;

/// <summary>A judged action as it is kept.</summary>
/// <param name="Row">Its row, with the answer.</param>
/// <param name="Entry">Its audit record.</param>
internal sealed record ComposedAction(StoredAction Row, AuditEntry Entry);
