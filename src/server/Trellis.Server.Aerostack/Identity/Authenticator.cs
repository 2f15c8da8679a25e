using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Identity;

/// <summary>
/// Finds out which project asks (contract, section 1.2): its key comes in <c>X-Aerostack-Key</c>, else in <c>X-API-Key</c>, else as a bearer that
/// is not a token of an end user. Of the three, the first that is there counts.
/// </summary>
internal sealed class Authenticator(IStore store, KeyCache keys)
{
    private const string KeyHeader = "X-Aerostack-Key";
    private const string OtherKeyHeader = "X-API-Key";
    private const string ProjectHeader = "X-Project-Id";
    private const string Scheme = "Bearer ";

    /// <summary>Authenticates the request and checks that the caller may use the route.</summary>
    public async ValueTask<(Caller Caller, AerostackError? Refusal)> AuthenticateAsync(HttpContext context, Access access)
    {
        if (access is Access.Anyone)
            return (Caller.Nobody, null);

        if (OperatorRequest.Of(context) is { } asked)
            return await FindProjectAsync(asked.Operator, context.Request.Headers[ProjectHeader].ToString(), context.RequestAborted);

        var (key, refusal) = await FindAsync(ReadKey(context.Request.Headers), context.RequestAborted);
        if (key is null)
        {
            // RFC 9110, section 15.5.2: a 401 names the scheme.
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return (Caller.Nobody, refusal);
        }

        var caller = Caller.Of(key);
        return (caller, Admit(caller, access, context.Request.Headers[ProjectHeader].ToString()));
    }

    /// <summary>The stored key that a presented text is; null with the reason when it is none, or none that is good.</summary>
    public async ValueTask<(ProjectKey? Key, AerostackError? Refusal)> FindAsync(string? presented, CancellationToken cancellationToken)
    {
        if (presented is null)
            return (null, AerostackErrors.InvalidKey("Send the project's key as 'X-Aerostack-Key'."));
        if (!KeyPrefixes.TryHash(presented, out var hash))
            return (null, AerostackErrors.InvalidKey("The API key is not known."));

        var key = keys.Find(hash) ?? await LoadAsync(hash, cancellationToken);
        return key switch
        {
            null => (null, AerostackErrors.InvalidKey("The API key is not known.")),
            { RevokedAt: not null } => (null, AerostackErrors.InvalidKey("The API key was revoked.")),
            _ => (key, null),
        };
    }

    /// <summary>The bearer of a request; null when there is none.</summary>
    public static string? ReadBearer(IHeaderDictionary headers) =>
        headers.Authorization is [{ } credentials, ..] && credentials.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && credentials[Scheme.Length..].Trim() is { Length: > 0 } bearer
            ? bearer
            : null;

    /// <summary>Whether a bearer is a token of three parts (RFC 7519) and so not a key.</summary>
    public static bool IsToken(string bearer) => bearer.AsSpan().Count('.') == 2;

    /// <summary>
    /// The key of a request; null when there is none. A caller that adds the header a second time in another spelling sends two (contract,
    /// section 5.3); they are one text to us, which is no key.
    /// </summary>
    public static string? ReadKey(IHeaderDictionary headers)
    {
        if (headers[KeyHeader].ToString() is { Length: > 0 } key)
            return key;
        if (headers[OtherKeyHeader].ToString() is { Length: > 0 } other)
            return other;
        return ReadBearer(headers) is { } bearer && !IsToken(bearer) ? bearer : null;
    }

    private static AerostackError? Admit(Caller caller, Access access, string projectName) =>
        projectName.Length > 0 && !caller.Project.IsNamed(projectName)
            ? AerostackErrors.Forbidden("The key belongs to another project than 'X-Project-Id' names.")
            : access is Access.Secret && caller.Kind is not KeyKind.Secret
                ? AerostackErrors.Forbidden("This takes a secret key; a public key may not.")
                : null;

    private async ValueTask<(Caller Caller, AerostackError? Refusal)> FindProjectAsync(
        Operator asking, string name, CancellationToken cancellationToken)
    {
        var projects = await store.ReadAsync(session => ProjectTable.ListAsync(session, asking.OrganisationId), cancellationToken);
        return projects.FirstOrDefault(project => name.Length == 0 || project.IsNamed(name)) is { } project
            ? (new Caller { Project = project, KeyId = asking.Subject, Kind = KeyKind.Secret }, null)
            : (Caller.Nobody, AerostackErrors.Forbidden("The organisation has no such project."));
    }

    private async ValueTask<ProjectKey?> LoadAsync(string hash, CancellationToken cancellationToken)
    {
        var version = keys.Version;
        var key = await store.ReadAsync(session => KeyTable.FindByHashAsync(session, hash), cancellationToken);
        if (key is null || !ApiKeyMint.HashesEqual(key.Hash, hash))
            return null;

        keys.Remember(key, version);
        return key;
    }
}
