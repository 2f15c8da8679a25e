using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Aerostack.Cache;

/// <summary>What the audit trail remembers of the cache: only what cannot be taken back.</summary>
internal static class CacheEvents
{
    /// <summary>Keys were removed by their prefix.</summary>
    public static AuditEvent Flushed(AerostackCall call, string? prefix, int deleted) => new()
    {
        OrganisationId = call.Caller.Project.OrganisationId,
        Platform = KeyEvents.Platform,
        EventType = "cache_flushed",
        ActorId = call.Caller.KeyId,
        ResourceType = "cache",
        ResourceId = call.ProjectId,
        Action = "flush",
        Outcome = AuditOutcome.Success,
        IpAddress = call.Origin.IpAddress,
        CorrelationId = call.Origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("prefix"u8, prefix);
            json.WriteNumber("deleted"u8, deleted);
        }),
    };
}
