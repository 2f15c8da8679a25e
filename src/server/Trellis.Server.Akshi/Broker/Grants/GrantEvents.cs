using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;

namespace Trellis.Server.Akshi.Broker.Grants;

/// <summary>What the audit trail remembers of grants.</summary>
internal static class GrantEvents
{
    /// <summary>A person took a grant back or gave it again.</summary>
    public static AuditEvent Changed(long organisationId, Grant grant, string action, string actor, RequestOrigin origin) => new()
    {
        OrganisationId = organisationId,
        Platform = TokenEvents.Platform,
        EventType = $"grant_{action}d",
        ActorId = actor,
        ResourceType = "broker_grant",
        ResourceId = grant.Id,
        Action = action,
        Outcome = AuditOutcome.Success,
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("agent"u8, grant.Agent);
            json.WriteString("domain"u8, grant.Domain);
            json.WriteString("credential_name"u8, grant.SecretName);
        }),
    };
}
