using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Identity;

/// <summary>
/// The platform's section of <c>credentials.json</c>: <c>{"apiKey","project"}</c>, a secret key of the project <c>default</c>. A key that is still
/// good is kept, at every start.
/// </summary>
internal static class FirstCredentials
{
    private const string KeyMember = "apiKey";
    private const string ProjectMember = "project";
    private const string FirstSlug = "default";

    /// <summary>Makes what is missing.</summary>
    public static async ValueTask<JsonObject?> EnsureAsync(BootstrapContext context, CancellationToken cancellationToken)
    {
        var store = context.Services.GetRequiredService<IStore>();
        if (ReadMember(context, KeyMember) is { } existing
            && KeyPrefixes.TryHash(existing, out var hash)
            && await store.ReadAsync(session => KeyTable.FindByHashAsync(session, hash), cancellationToken) is { RevokedAt: null } known
            && known.Project.OrganisationId == context.OrganisationId)
        {
            return Section(existing, known.Project);
        }

        var now = context.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var keys = context.Services.GetRequiredService<KeyIssue>();
        var (project, minted) = await store.WriteAsync(session => AddAsync(session, keys, context.OrganisationId, now), cancellationToken);
        return Section(minted.Reveal(), project);
    }

    private static async ValueTask<(Project Project, MintedApiKey Minted)> AddAsync(
        ISqlSession session, KeyIssue keys, long organisationId, DateTimeOffset now)
    {
        // Of servers that start together on one store, one makes the project and the others find it.
        await ProjectTable.TryAddAsync(session, Project.Create(organisationId, FirstSlug, FirstSlug, now));
        var project = await ProjectTable.FindAsync(session, FirstSlug) ?? throw new StoreException("The first project vanished while it was being added.");
        var (key, minted) = keys.Make(project, KeyKind.Secret, "first key", now);
        await keys.StoreAsync(session, key, "system", default);
        return (project, minted);
    }

    private static JsonObject Section(string key, Project project) => new() { [KeyMember] = key, [ProjectMember] = project.Slug };

    private static string? ReadMember(BootstrapContext context, string name) =>
        context.Existing?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
