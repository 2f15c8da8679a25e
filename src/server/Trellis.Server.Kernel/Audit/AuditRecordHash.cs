using System.Security.Cryptography;
using System.Text;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// The hashes of format version 1. The content hash is SHA-256 of the canonical JSON of every field; the chain hash is SHA-256 of the
/// content hash followed by the chain hash of the record before, both as lower-case hex text (ASCEND contract, section 6.7). A later format
/// gets another version number; this one never changes.
/// </summary>
internal static class AuditRecordHash
{
    /// <summary>The format of new records.</summary>
    public const long FormatVersion = 1;

    private const int HexLength = 2 * SHA256.HashSizeInBytes;

    /// <summary>What stands in the place of the chain hash before the first record: 64 zeros.</summary>
    public static string Genesis { get; } = new('0', HexLength);

    /// <summary>The content hash of a record.</summary>
    public static string OfContent(AuditRecord record) =>
        AuditRecordContent.Of(record).HashAt(record.Id, record.SequenceNumber, record.Timestamp);

    /// <summary>The chain hash of a record.</summary>
    public static string OfLink(string contentHash, string previousChainHash)
    {
        Span<byte> text = stackalloc byte[2 * HexLength];
        var length = Encoding.ASCII.GetBytes(contentHash, text);
        length += Encoding.ASCII.GetBytes(previousChainHash, text[length..]);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], digest);
        return Convert.ToHexStringLower(digest);
    }
}
