namespace Trellis.Server.Aerostack.Auth.Sessions;

/// <summary>A user that is signed in somewhere.</summary>
internal sealed record UserSession(string Id, string ProjectId, string UserId, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt)
{
    /// <summary>Whether it still counts.</summary>
    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && ExpiresAt > now;
}
