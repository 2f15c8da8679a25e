using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Sessions;

/// <summary>Goes on with a session and ends it.</summary>
internal sealed class SessionEndpoints(IStore store, AuthScope scope, UserSessions sessions, Bearer bearer)
{
    private const int LongestToken = 8192;

    /// <summary>New tokens for a refresh token.</summary>
    public async ValueTask<JsonAnswer> RefreshAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var token = fields.Text("refreshToken", LongestToken);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;

        // Of two that bring one token at the same time, the store lets one use it.
        return await store.WriteAsync(session => sessions.RefreshAsync(session, call, project, token), call.Aborted) is var (started, user)
            ? await sessions.AnswerAsync(call, user, started)
            : AuthScope.Refuse(call, AuthFault.TokenInvalid);
    }

    /// <summary>Ends the session of the access token, and that of the refresh token if it is another one of the same user.</summary>
    public async ValueTask<JsonAnswer> LogoutAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var access = fields.OptionalText("accessToken", LongestToken);
        var refresh = fields.OptionalText("refreshToken", LongestToken);
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);
        if (await scope.FindAsync(call) is not { } project)
            return AuthScope.NoProject;

        var (_, current, fault) = await bearer.FindAsync(call, project, access);
        if (current is null)
            return AuthScope.Refuse(call, fault);

        await store.WriteAsync(session => UserSessions.EndAsync(session, current, refresh, call.At), call.Aborted);
        return Answer.Success();
    }
}
