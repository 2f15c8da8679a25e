namespace Trellis.Server.Kernel.Audit;

/// <summary>How far the verification of a chain has come.</summary>
/// <param name="OrganisationId">Whose chain.</param>
/// <param name="Verified">The records verified so far.</param>
/// <param name="Total">The records of the chain when the verification began.</param>
public readonly record struct AuditVerificationProgress(long OrganisationId, long Verified, long Total);
