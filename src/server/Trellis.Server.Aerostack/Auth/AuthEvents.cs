using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Aerostack.Auth;

/// <summary>What the audit trail remembers of an application's users: by id, never by address.</summary>
internal static class AuthEvents
{
    public static AuditEvent SignedUp(AerostackCall call, Project project, string userId) => Of(call, project, userId, "end_user_signed_up", "create");

    public static AuditEvent PasswordReset(AerostackCall call, Project project, string userId) =>
        Of(call, project, userId, "end_user_password_reset", "update");

    /// <summary>A refresh token came a second time: somebody has a copy.</summary>
    public static AuditEvent TokenReused(AerostackCall call, Project project, string userId) =>
        Of(call, project, userId, "end_user_refresh_token_reused", "revoke");

    private static AuditEvent Of(AerostackCall call, Project project, string userId, string eventType, string action) => new()
    {
        OrganisationId = project.OrganisationId,
        Platform = KeyEvents.Platform,
        EventType = eventType,
        ActorId = userId,
        ResourceType = "end_user",
        ResourceId = userId,
        Action = action,
        Outcome = AuditOutcome.Success,
        IpAddress = call.Origin.IpAddress,
        CorrelationId = call.Origin.CorrelationId,
        Data = AuditData.Object(json => json.WriteString("project_id"u8, project.Id)),
    };
}
