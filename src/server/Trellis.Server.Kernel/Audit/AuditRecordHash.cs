using System.Security.Cryptography;
using System.Text;
using Trellis.Server.Kernel.Canonical;

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
    public static string OfContent(AuditRecord record)
    {
        using var json = CanonicalBuffer.Rent();
        Write(record, json);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json.WrittenSpan, digest);
        return Convert.ToHexStringLower(digest);
    }

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

    // The members stand in the order of their names, as the canonical form wants them.
    private static void Write(AuditRecord record, CanonicalBuffer json)
    {
        json.WriteRaw("{\"action\": "u8);
        json.WriteString(record.Action);
        json.WriteRaw(", \"actor_id\": "u8);
        json.WriteString(record.ActorId);
        json.WriteRaw(", \"correlation_id\": "u8);
        json.WriteStringOrNull(record.CorrelationId);
        json.WriteRaw(", \"event_data\": "u8);
        json.WriteRaw(record.EventData);
        json.WriteRaw(", \"event_type\": "u8);
        json.WriteString(record.EventType);
        json.WriteRaw(", \"format_version\": "u8);
        json.WriteInteger(record.FormatVersion);
        json.WriteRaw(", \"id\": "u8);
        json.WriteString(record.Id);
        json.WriteRaw(", \"ip_address\": "u8);
        json.WriteStringOrNull(record.IpAddress);
        json.WriteRaw(", \"organisation_id\": "u8);
        json.WriteInteger(record.OrganisationId);
        json.WriteRaw(", \"outcome\": "u8);
        json.WriteString(record.Outcome);
        json.WriteRaw(", \"platform\": "u8);
        json.WriteString(record.Platform);
        json.WriteRaw(", \"resource_id\": "u8);
        json.WriteString(record.ResourceId);
        json.WriteRaw(", \"resource_type\": "u8);
        json.WriteString(record.ResourceType);
        json.WriteRaw(", \"risk_level\": "u8);
        json.WriteStringOrNull(record.RiskLevel);
        json.WriteRaw(", \"sequence_number\": "u8);
        json.WriteInteger(record.SequenceNumber);
        json.WriteRaw(", \"timestamp\": "u8);
        json.WriteInteger(record.Timestamp);
        json.WriteRaw("}"u8);
    }
}
