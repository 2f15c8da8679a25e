namespace Trellis.Server.Console.Audit;

/// <summary>What a verification has found, as ASCEND answers it.</summary>
/// <param name="Status"><c>VALID</c>, <c>TAMPERED</c> or <c>BROKEN</c>.</param>
/// <param name="TotalRecords">How many records the chain has.</param>
/// <param name="RecordsVerified">How many were found good.</param>
/// <param name="FirstBadSequence">The first that is not; null when all are.</param>
/// <param name="Reason">Why.</param>
/// <param name="CheckpointedThrough">The last record that a signed checkpoint vouches for; 0 for none.</param>
/// <param name="CheckDurationMs">How long it took.</param>
internal sealed record AuditCheck(
    string Status, long TotalRecords, long RecordsVerified, long? FirstBadSequence, string Reason, long CheckpointedThrough, long CheckDurationMs)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => FirstBadSequence is null;
}
