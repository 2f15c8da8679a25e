using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Sessions;

/// <summary>Finds out which user asks, by the access token. A session that has ended opens nothing, however long its tokens would be good.</summary>
internal sealed class Bearer(IStore store, EndUserTokens tokens)
{
    /// <summary>The user and its session, or why there is none.</summary>
    /// <param name="call">The request.</param>
    /// <param name="project">The project that is asked.</param>
    /// <param name="other">The token to take where the request has none in its header; null for none.</param>
    public async ValueTask<(EndUser? User, UserSession? Session, AuthFault Fault)> FindAsync(AerostackCall call, Project project, string? other = null)
    {
        var presented = Authenticator.ReadBearer(call.Http.Request.Headers) is { } bearer && Authenticator.IsToken(bearer) ? bearer : other;
        var (user, session, _, fault) = await FindAsync(presented, project, call.At, call.Aborted);
        return (user, session, fault);
    }

    /// <summary>The user, the session and what the token says, or why there is none.</summary>
    /// <param name="presented">The access token; may be anything.</param>
    /// <param name="project">The project that is asked.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<(EndUser? User, UserSession? Session, EndUserToken? Token, AuthFault Fault)> FindAsync(
        string? presented, Project project, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (token, refusal) = await tokens.ValidateAsync(presented, project.Id, cancellationToken);
        if (token is null)
            return (null, null, null, refusal is TokenRefusal.Expired ? AuthFault.TokenExpired : AuthFault.TokenInvalid);

        var (user, session) = await store.ReadAsync(
            async sql => (
                await UserTable.FindAsync(sql, project.Id, token.Subject),
                await SessionTable.FindAsync(sql, project.Id, token.SessionId)),
            cancellationToken);
        return user is not null && session is not null && session.UserId == user.Id && session.IsOpen(now)
            ? (user, session, token, AuthFault.TokenInvalid)
            : (null, null, null, AuthFault.TokenInvalid);
    }
}
