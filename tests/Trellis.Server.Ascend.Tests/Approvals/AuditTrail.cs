using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Approvals;

/// <summary>A record of the audit trail.</summary>
internal sealed record AuditTrail(string EventType, string ActorId, string ResourceId, JsonObject Data)
{
    /// <summary>The records of an organisation, the oldest first.</summary>
    public static Task<IReadOnlyList<AuditTrail>> OfAsync(AscendServer server, long organisationId = 1) =>
        server.Store.ReadAsync(
            session => session.QueryAsync(
                $"""
                SELECT event_type, actor_id, resource_id, event_data FROM audit_records
                WHERE organisation_id = {organisationId} ORDER BY sequence_number
                """,
                static row => new AuditTrail(row.Text(0), row.Text(1), row.Text(2), JsonNode.Parse(row.Text(3))!.AsObject())),
            AscendServer.Cancellation).AsTask();
}
