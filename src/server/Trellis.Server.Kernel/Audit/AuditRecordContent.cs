using System.Security.Cryptography;
using Trellis.Server.Kernel.Canonical;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// The canonical JSON of every field of a record, whose hash is the content hash, but for the three fields that only its place in the chain
/// gives it. It is written down before the transaction in which other writers wait. Immutable.
/// </summary>
internal sealed class AuditRecordContent
{
    private readonly byte[] _json;
    private readonly int _idAt;

    private AuditRecordContent(byte[] json, int idAt) => (_json, _idAt) = (json, idAt);

    /// <summary>The text but for what is missing: pure ASCII.</summary>
    public ReadOnlySpan<byte> Ascii => _json;

    /// <summary>Writes down a record. Its id, number and time do not matter.</summary>
    public static AuditRecordContent Of(AuditRecord record)
    {
        using var json = CanonicalBuffer.Rent();
        WriteUpToId(record, json);
        var idAt = json.Length;
        WriteUpToSequenceNumber(record, json);
        return new AuditRecordContent(json.WrittenSpan.ToArray(), idAt);
    }

    /// <summary>The content hash of the record at a place.</summary>
    public string HashAt(string id, long sequenceNumber, long timestamp)
    {
        using var json = CanonicalBuffer.Rent();
        json.WriteRaw(_json.AsSpan(0, _idAt));
        json.WriteString(id);
        json.WriteRaw(_json.AsSpan(_idAt));
        json.WriteInteger(sequenceNumber);
        json.WriteRaw(", \"timestamp\": "u8);
        json.WriteInteger(timestamp);
        json.WriteRaw("}"u8);

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(json.WrittenSpan, digest);
        return Convert.ToHexStringLower(digest);
    }

    // The members stand in the order of their names, as the canonical form wants them.
    private static void WriteUpToId(AuditRecord record, CanonicalBuffer json)
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
    }

    private static void WriteUpToSequenceNumber(AuditRecord record, CanonicalBuffer json)
    {
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
    }
}
