using System.Text.Json;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Ascend.Governance;

/// <summary>What a caller did to something of its organisation, as the audit trail remembers it.</summary>
internal static class RegistryEvent
{
    public static AuditEvent Of(
        AscendCall call,
        string eventType,
        string action,
        (string Type, string Id) resource,
        Action<Utf8JsonWriter>? write = null,
        string outcome = AuditOutcome.Success) => new()
        {
            OrganisationId = call.OrganisationId,
            Platform = "ascend",
            EventType = eventType,
            ActorId = call.Caller.ActorId,
            ResourceType = resource.Type,
            ResourceId = resource.Id,
            Action = action,
            Outcome = outcome,
            IpAddress = call.Origin.IpAddress,
            CorrelationId = call.Origin.CorrelationId,
            Data = write is null ? default : AuditData.Object(write),
        };
}
