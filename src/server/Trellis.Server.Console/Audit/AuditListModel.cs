namespace Trellis.Server.Console.Audit;

/// <summary>What the list of records shows.</summary>
/// <param name="Choice">What was asked for.</param>
/// <param name="Slice">The records.</param>
/// <param name="IsNewest">Whether they are the newest.</param>
internal sealed record AuditListModel(AuditChoice Choice, AuditSlice Slice, bool IsNewest);
