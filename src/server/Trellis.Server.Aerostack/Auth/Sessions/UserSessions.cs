using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Auth.Users;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Sessions;

/// <summary>
/// Begins, refreshes and ends sessions. A refresh token works once: whoever brings one a second time has a copy, or had the original copied,
/// and the session ends for both (RFC 9700, section 4.14.2). Safe for concurrent use.
/// </summary>
internal sealed class UserSessions(EndUserTokens tokens, ApiKeyMint mint, IAuditLog audit, AuthOptions options)
{
    private static readonly ApiKeyPrefix RefreshPrefix = new("ac_refresh_");

    /// <summary>Begins a session, in the transaction that found or made the user.</summary>
    public async ValueTask<StartedSession> StartAsync(ISqlSession session, EndUser user, DateTimeOffset now)
    {
        var refresh = mint.Mint(RefreshPrefix);
        var started = new UserSession($"ses_{Guid.CreateVersion7(now):N}", user.ProjectId, user.Id, now + options.RefreshLifetime, null);
        await SessionTable.AddAsync(session, started, refresh.Hash, now);
        return new StartedSession(started, refresh);
    }

    /// <summary>Takes a refresh token and gives another.</summary>
    /// <returns>The session and its user; null when the token is not good.</returns>
    public async ValueTask<(StartedSession Started, EndUser User)?> RefreshAsync(ISqlSession session, AerostackCall call, Project project, string token)
    {
        if (!ApiKeyMint.TryHash(RefreshPrefix, token, out var hash)
            || await SessionTable.FindByTokenAsync(session, project.Id, hash) is not { } known
            || !known.IsOpen(call.At)
            || await UserTable.FindAsync(session, project.Id, known.UserId) is not { } user)
        {
            return null;
        }

        if (!await SessionTable.UseTokenAsync(session, hash, call.At))
        {
            await SessionTable.RevokeAsync(session, known.Id, call.At);
            await audit.AppendAsync(session, AuthEvents.TokenReused(call, project, user.Id));
            return null;
        }

        var refresh = mint.Mint(RefreshPrefix);
        await SessionTable.AddTokenAsync(session, known.Id, refresh.Hash);
        await SessionTable.ProlongAsync(session, known.Id, call.At + options.RefreshLifetime);
        return (new StartedSession(known, refresh), user);
    }

    /// <summary>Ends the session of a refresh token, if it is one of the user's.</summary>
    public static async ValueTask EndAsync(ISqlSession session, UserSession current, string? refreshToken, DateTimeOffset now)
    {
        await SessionTable.RevokeAsync(session, current.Id, now);
        if (refreshToken is not null
            && ApiKeyMint.TryHash(RefreshPrefix, refreshToken, out var hash)
            && await SessionTable.FindByTokenAsync(session, current.ProjectId, hash) is { } other
            && other.UserId == current.UserId)
        {
            await SessionTable.RevokeAsync(session, other.Id, now);
        }
    }

    /// <summary>The answer to who is let in (contract, sections 2.1.3 and 2.3.1).</summary>
    public async ValueTask<JsonAnswer> AnswerAsync(AerostackCall call, EndUser user, StartedSession started, int status = StatusCodes.Status200OK)
    {
        var access = await tokens.IssueAsync(user.ProjectId, user.Id, started.Session.Id, user.Email, options.AccessLifetime, call.Aborted);
        return new AuthAnswer(status, json =>
        {
            json.WriteString("token"u8, access.Reveal());
            json.WriteString("accessToken"u8, access.Reveal());
            json.WriteString("refreshToken"u8, started.Refresh.Reveal());
            json.WriteTime("expiresAt"u8, access.ExpiresAt);
            json.WriteUser(user);
        });
    }
}
