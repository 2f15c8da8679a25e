using System.Text.Json;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>Audit records on the wire, under both sets of names (contract, section 2.11).</summary>
internal static class AuditRecordJson
{
    /// <summary>The member of a record's data that names the regimes it falls under.</summary>
    public const string ComplianceTags = "compliance_tags";

    /// <summary>Writes everything that is known of a record.</summary>
    public static void WriteMembers(Utf8JsonWriter json, AuditLogRecord record, IReadOnlyList<LegalHold> holds)
    {
        using var data = JsonDocument.Parse(record.EventData);
        var tags = TagsOf(data.RootElement);
        json.WriteString("id"u8, record.Id);
        json.WriteString("event_id"u8, record.Id);
        json.WriteNumber("sequence_number"u8, record.SequenceNumber);
        json.WriteTime("timestamp"u8, record.Timestamp);
        json.WriteString("platform"u8, record.Platform);
        json.WriteString("event_type"u8, record.EventType);
        json.WriteString("actor"u8, record.ActorId);
        json.WriteString("actor_id"u8, record.ActorId);
        json.WriteString("resource"u8, record.ResourceId);
        json.WriteString("resource_type"u8, record.ResourceType);
        json.WriteString("resource_id"u8, record.ResourceId);
        json.WriteString("action"u8, record.Action);
        json.WriteString("outcome"u8, record.Outcome.ToUpperInvariant());
        json.WriteString("risk_level"u8, record.RiskLevel);
        json.WriteTexts("compliance_tags"u8, tags);
        json.WriteElement("details"u8, data.RootElement);
        json.WriteString("ip_address"u8, record.IpAddress);
        json.WriteString("correlation_id"u8, record.CorrelationId);
        json.WriteString("content_hash"u8, record.ContentHash);
        json.WriteString("previous_hash"u8, record.PreviousHash);
        json.WriteString("chain_hash"u8, record.ChainHash);
        json.WriteTime("retention_until"u8, Retention.Until(record.Timestamp, tags));
        json.WriteBoolean("legal_hold"u8, holds.Any(hold => hold.Covers(record)));
    }

    private static IReadOnlyList<string> TagsOf(JsonElement data)
    {
        if (data.ValueKind is not JsonValueKind.Object || !data.TryGetProperty(ComplianceTags, out var tags) || tags.ValueKind is not JsonValueKind.Array)
            return [];

        return [.. tags.EnumerateArray().Where(static tag => tag.ValueKind is JsonValueKind.String).Select(static tag => tag.GetString()!)];
    }
}
