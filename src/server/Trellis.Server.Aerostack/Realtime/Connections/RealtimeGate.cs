using System.Buffers.Text;
using System.Text;
using Trellis.Server.Aerostack.Auth.Sessions;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Realtime.Connections;

/// <summary>
/// Lets clients into realtime: by the project's key, by a user's token, or by both. Each generation of clients has its own place for them
/// (contract, section 7.1). A credential that is sent and not good is a refusal, whatever else is sent.
/// </summary>
internal sealed class RealtimeGate(Authenticator authenticator, Bearer bearer, RequestLimits limits, IStore store)
{
    private const int LongestUserId = 255;

    private static readonly RouteRules Rules = new() { Access = Access.Project };

    /// <summary>Who asks.</summary>
    /// <param name="call">The request.</param>
    /// <param name="offered">What it offers as subprotocols.</param>
    /// <param name="projectOfToken">The project that a token without a key is for, where the request does not say; null for none.</param>
    public async ValueTask<(RealtimeIdentity? Identity, AerostackError? Refusal)> AdmitAsync(
        AerostackCall call, Subprotocols offered, string? projectOfToken = null)
    {
        var projectName = call.Query("projectId");
        var (key, refusal) = await FindKeyAsync(call, offered);
        if (refusal is not null)
            return (null, refusal);

        var token = offered.Token ?? call.Query("token") ?? ReadBearerToken(call);
        var project = key is not null ? key.Project : await FindProjectAsync(call, token, projectName ?? projectOfToken);
        if (project is null)
            return (null, AerostackErrors.InvalidKey("Send the project's key, or a user's token and the project that it is for."));
        if (projectName is not null && !project.IsNamed(projectName))
            return (null, AerostackErrors.Forbidden("The key belongs to another project than the one that is named."));
        if (key is not null && limits.Take(Caller.Of(key), Rules) is { } tooMany)
            return (null, tooMany);
        if (token is null)
            return (new RealtimeIdentity { Project = project, Key = key, Token = null, UserId = ClaimedUser(call, key) }, null);

        var found = await bearer.FindAsync(token, project, call.At, call.Aborted);
        return found.User is null
            ? (null, new AerostackError(found.Fault.Status, found.Fault.Code, found.Fault.Message))
            : (new RealtimeIdentity { Project = project, Key = key, Token = found.Token, UserId = found.User.Id }, null);
    }

    private async ValueTask<(ProjectKey? Key, AerostackError? Refusal)> FindKeyAsync(AerostackCall call, Subprotocols offered)
    {
        var presented = offered.Key ?? call.Query("apiKey") ?? Authenticator.ReadKey(call.Http.Request.Headers);
        return presented is null ? (null, null) : await authenticator.FindAsync(Plain(presented), call.Aborted);
    }

    // One generation of clients sends the key in base64.
    private static string Plain(string presented)
    {
        if (KeyPrefixes.TryHash(presented, out _))
            return presented;

        var text = presented.Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return Base64Url.IsValid(text) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)) : presented;
    }

    private static string? ReadBearerToken(AerostackCall call) =>
        Authenticator.ReadBearer(call.Http.Request.Headers) is { } text && Authenticator.IsToken(text) ? text : null;

    private async ValueTask<Project?> FindProjectAsync(AerostackCall call, string? token, string? name) =>
        token is not null && name is not null && StorableText.IsValid(name)
            ? await store.ReadAsync(session => ProjectTable.FindAsync(session, name), call.Aborted)
            : null;

    // Only a server is believed when it says for whom it speaks; in a browser everybody can claim to be anybody.
    private static string? ClaimedUser(AerostackCall call, ProjectKey? key) =>
        key is { Kind: KeyKind.Secret } && call.Query("userId") is { Length: <= LongestUserId } userId && StorableText.IsValid(userId) ? userId : null;
}
