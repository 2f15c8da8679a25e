using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Aerostack.Identity;

/// <summary>What the audit trail remembers of projects and their keys.</summary>
internal static class KeyEvents
{
    public const string Platform = "aerostack";

    /// <summary>A key was made.</summary>
    public static AuditEvent Created(ProjectKey key, string actorId, RequestOrigin origin) => Of("project_key_created", "create", key, actorId, origin);

    /// <summary>A key was ended.</summary>
    public static AuditEvent Revoked(ProjectKey key, string actorId, RequestOrigin origin) => Of("project_key_revoked", "revoke", key, actorId, origin);

    private static AuditEvent Of(string eventType, string action, ProjectKey key, string actorId, RequestOrigin origin) => new()
    {
        OrganisationId = key.Project.OrganisationId,
        Platform = Platform,
        EventType = eventType,
        ActorId = actorId,
        ResourceType = "project_key",
        ResourceId = key.Id,
        Action = action,
        Outcome = AuditOutcome.Success,
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("project_id"u8, key.Project.Id);
            json.WriteString("kind"u8, KeyKindName.Of(key.Kind));
            json.WriteString("name"u8, key.Name);
            json.WriteString("hint"u8, key.Hint);
        }),
    };
}
