using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Akshi.Identity;

/// <summary>What the audit trail remembers of tokens.</summary>
internal static class TokenEvents
{
    public const string Platform = "akshi";

    /// <summary>A token was made.</summary>
    public static AuditEvent Created(long organisationId, string id, string hint) => new()
    {
        OrganisationId = organisationId,
        Platform = Platform,
        EventType = "token_created",
        ActorId = "system",
        ResourceType = "token",
        ResourceId = id,
        Action = "create",
        Outcome = AuditOutcome.Success,
        Data = AuditData.Object(json => json.WriteString("hint"u8, hint)),
    };
}
