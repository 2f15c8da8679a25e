using System.Globalization;
using System.Text;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// A signed statement of the server that a chain had reached a certain hash at a certain record. It makes known when the chain is later
/// rewritten or cut below that record by somebody who can change the store but does not have the private key.
/// </summary>
/// <param name="OrganisationId">Whose chain.</param>
/// <param name="SequenceNumber">Which record.</param>
/// <param name="ChainHash">The record's chain hash.</param>
/// <param name="Timestamp">When it was signed, Unix microseconds.</param>
/// <param name="KeyId">The signing key.</param>
/// <param name="Signature">ES256 over <see cref="SignedText()"/>.</param>
internal sealed record AuditCheckpoint(
    long OrganisationId, long SequenceNumber, string ChainHash, long Timestamp, string KeyId, byte[] Signature)
{
    /// <summary>The canonical JSON that is signed.</summary>
    public byte[] SignedText() => SignedText(OrganisationId, SequenceNumber, ChainHash, Timestamp, KeyId);

    /// <summary>The canonical JSON that is signed, from its parts.</summary>
    public static byte[] SignedText(long organisationId, long sequenceNumber, string chainHash, long timestamp, string keyId) =>
        Encoding.UTF8.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"chain_hash": "{{chainHash}}", "format_version": 1, "kid": "{{keyId}}", "organisation_id": {{organisationId}}, "sequence_number": {{sequenceNumber}}, "timestamp": {{timestamp}}}"""));
}
