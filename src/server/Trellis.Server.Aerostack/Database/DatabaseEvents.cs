using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Aerostack.Database;

/// <summary>What the audit trail remembers of databases: changes of their schema, never what is in them.</summary>
internal static class DatabaseEvents
{
    /// <summary>A migration was done.</summary>
    public static AuditEvent Migrated(AerostackCall call, string name, string checksum) => new()
    {
        OrganisationId = call.Caller.Project.OrganisationId,
        Platform = KeyEvents.Platform,
        EventType = "database_migrated",
        ActorId = call.Caller.KeyId,
        ResourceType = "database",
        ResourceId = call.ProjectId,
        Action = "migrate",
        Outcome = AuditOutcome.Success,
        IpAddress = call.Origin.IpAddress,
        CorrelationId = call.Origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("name"u8, name);
            json.WriteString("checksum"u8, checksum);
        }),
    };
}
