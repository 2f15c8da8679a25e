using System.Buffers;
using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Projects;

/// <summary>Makes projects and shows those of the caller's organisation.</summary>
internal sealed class ProjectEndpoints(IStore store, KeyIssue keys)
{
    private const int LongestSlug = 63;
    private const int LongestName = 255;

    private static readonly SearchValues<char> SlugCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The caller's project.</summary>
    public static ValueTask<JsonAnswer> GetAsync(AerostackCall call) => new(Answer.Ok(json => Write(json, call.Caller.Project)));

    /// <summary>The projects of the caller's organisation, the oldest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var projects = await store.ReadAsync(session => ProjectTable.ListAsync(session, call.Caller.Project.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("projects"u8);
            foreach (var project in projects)
            {
                json.WriteStartObject();
                Write(json, project);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Makes a project in the caller's organisation, with a secret key that is shown this once.</summary>
    public async ValueTask<JsonAnswer> CreateAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var slug = fields.Text("slug", LongestSlug);
        var name = fields.OptionalText("name", LongestName) ?? slug;
        if (slug.AsSpan().ContainsAnyExcept(SlugCharacters) || slug.StartsWith('-') || slug.EndsWith('-'))
            fields.Errors.Add("slug", "must be lower-case letters, digits and hyphens, not beginning or ending with one");
        // A path names a project by id or slug, and must not mean two.
        else if (slug.StartsWith("prj", StringComparison.Ordinal))
            fields.Errors.Add("slug", "must not begin with 'prj'");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var project = Project.Create(call.Caller.Project.OrganisationId, slug, name, call.At);
        var (key, minted) = keys.Make(project, KeyKind.Secret, "first key", call.At);
        var isAdded = await store.WriteAsync(
            async session =>
            {
                if (!await ProjectTable.TryAddAsync(session, project))
                    return false;

                await keys.StoreAsync(session, key, call.Caller.KeyId, call.Origin);
                return true;
            },
            call.Aborted);
        return isAdded
            ? Answer.Created(json =>
            {
                Write(json, project);
                json.WriteString("apiKey"u8, minted.Reveal());
            })
            : AerostackErrors.Conflict("A project with this slug exists already.", "slug_taken");
    }

    private static void Write(Utf8JsonWriter json, Project project)
    {
        json.WriteString("id"u8, project.Id);
        json.WriteString("slug"u8, project.Slug);
        json.WriteString("name"u8, project.Name);
        json.WriteString("createdAt"u8, WireTime.Text(project.CreatedAt));
    }
}
