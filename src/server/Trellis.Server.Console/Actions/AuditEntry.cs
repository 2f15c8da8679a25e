using System.Text.Json;

namespace Trellis.Server.Console.Actions;

/// <summary>A record of the audit trail.</summary>
/// <param name="SequenceNumber">Its place in the chain.</param>
/// <param name="Timestamp">When.</param>
/// <param name="EventType">What happened.</param>
/// <param name="ActorId">Who did it.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ChainHash">The hash that holds it in its place.</param>
/// <param name="Details">What else is known.</param>
internal sealed record AuditEntry(
    long SequenceNumber, DateTimeOffset Timestamp, string EventType, string? ActorId, string Outcome, string ChainHash, JsonElement Details);
