using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>What the audit trail remembers of consumers and their keys.</summary>
internal static class ConsumerEvents
{
    /// <summary>A consumer was added.</summary>
    public static AuditEvent Created(AerostackCall call, Consumer consumer) => Of("consumer_created", "create", call, consumer);

    /// <summary>A consumer's key was ended.</summary>
    public static AuditEvent Revoked(AerostackCall call, Consumer consumer) => Of("consumer_revoked", "revoke", call, consumer);

    private static AuditEvent Of(string eventType, string action, AerostackCall call, Consumer consumer) => new()
    {
        OrganisationId = call.Caller.Project.OrganisationId,
        Platform = KeyEvents.Platform,
        EventType = eventType,
        ActorId = call.Caller.KeyId,
        ResourceType = "consumer",
        ResourceId = consumer.Id,
        Action = action,
        Outcome = AuditOutcome.Success,
        IpAddress = call.Origin.IpAddress,
        CorrelationId = call.Origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("project_id"u8, consumer.ProjectId);
            json.WriteString("name"u8, consumer.Name);
            json.WriteString("hint"u8, consumer.Hint);
        }),
    };
}
