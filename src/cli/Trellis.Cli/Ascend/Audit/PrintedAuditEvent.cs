using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Audit;

/// <summary>An <see cref="AuditEvent"/> as it is printed.</summary>
internal sealed record PrintedAuditEvent(
    long? SequenceNumber,
    string EventId,
    DateTimeOffset? Timestamp,
    string? EventType,
    string? Actor,
    string? ResourceType,
    string? Resource,
    string? Action,
    string? Outcome,
    string? RiskLevel,
    JsonNode? Details,
    string? ContentHash,
    string? PreviousHash,
    string? ChainHash)
{
    public static PrintedAuditEvent Of(AuditEvent record) => new(
        record.SequenceNumber,
        record.EventId,
        record.Timestamp,
        record.EventType,
        record.Actor,
        record.ResourceType,
        record.Resource,
        record.Action,
        record.Outcome,
        record.RiskLevel,
        record.Details,
        record.ContentHash,
        record.PreviousHash,
        record.ChainHash);
}
