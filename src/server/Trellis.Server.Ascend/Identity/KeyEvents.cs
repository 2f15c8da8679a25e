using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Ascend.Identity;

/// <summary>What the audit trail remembers of API keys (contract, section 6.7).</summary>
internal static class KeyEvents
{
    public static AuditEvent Generated(AscendKey key, string actorId, RequestOrigin origin) => Of("api_key_generated", "create", actorId, key, origin);

    public static AuditEvent Revoked(AscendKey key, string actorId, RequestOrigin origin) => Of("api_key_revoked", "revoke", actorId, key, origin);

    private static AuditEvent Of(string eventType, string action, string actorId, AscendKey key, RequestOrigin origin) => new()
    {
        OrganisationId = key.OrganisationId,
        Platform = "ascend",
        EventType = eventType,
        ActorId = actorId,
        ResourceType = "api_key",
        ResourceId = key.Id,
        Action = action,
        Outcome = AuditOutcome.Success,
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("name"u8, key.Name);
            json.WriteString("role"u8, key.Role.ToString().ToLowerInvariant());
            json.WriteString("hint"u8, key.Hint);
        }),
    };
}
