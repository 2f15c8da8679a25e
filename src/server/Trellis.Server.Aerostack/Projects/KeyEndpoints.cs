using System.Text.Json;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Projects;

/// <summary>The keys of the caller's project.</summary>
internal sealed class KeyEndpoints(IStore store, KeyIssue keys, KeyCache cache, IAuditLog audit)
{
    private const int LongestName = 255;

    /// <summary>Makes a key and shows it this once.</summary>
    public async ValueTask<JsonAnswer> CreateAsync(AerostackCall call)
    {
        var fields = call.Fields;
        var kind = fields.OptionalWord("kind", KeyKindName.Secret, KeyKindName.Public) is KeyKindName.Secret ? KeyKind.Secret : KeyKind.Public;
        var name = fields.OptionalText("name", LongestName) ?? KeyKindName.Of(kind);
        if (!fields.Has("kind"))
            fields.Errors.Add("kind", "is required");
        if (!fields.Errors.IsEmpty)
            return AerostackErrors.Invalid(fields.Errors);

        var (key, minted) = keys.Make(call.Caller.Project, kind, name, call.At);
        await store.WriteAsync(session => keys.StoreAsync(session, key, call.Caller.KeyId, call.Origin), call.Aborted);
        return Answer.Created(json =>
        {
            WriteMembers(json, key);
            json.WriteString("apiKey"u8, minted.Reveal());
        });
    }

    /// <summary>The keys, ended ones among them.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AerostackCall call)
    {
        var all = await store.ReadAsync(session => KeyTable.ListAsync(session, call.ProjectId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("keys"u8);
            foreach (var key in all)
            {
                json.WriteStartObject();
                WriteMembers(json, key);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>Ends a key; it opens nothing from now on. Ending it again changes nothing.</summary>
    public async ValueTask<JsonAnswer> RevokeAsync(AerostackCall call)
    {
        var id = call.Route("key_id");
        if (!StorableText.IsValid(id))
            return AerostackErrors.NotFound("The key");

        var key = await store.WriteAsync(session => RevokeAsync(session, call, id), call.Aborted);
        return key is null ? AerostackErrors.NotFound("The key") : Answer.Success();
    }

    private async ValueTask<ProjectKey?> RevokeAsync(ISqlSession session, AerostackCall call, string id)
    {
        if (await KeyTable.FindAsync(session, call.ProjectId, id) is not { } key)
            return null;

        if (await KeyTable.RevokeAsync(session, call.ProjectId, id, call.At))
        {
            await audit.AppendAsync(session, KeyEvents.Revoked(key, call.Caller.KeyId, call.Origin));
            session.AfterCommit(() => cache.Forget(key.Hash));
        }

        return key;
    }

    private static void WriteMembers(Utf8JsonWriter json, ProjectKey key)
    {
        json.WriteString("id"u8, key.Id);
        json.WriteString("kind"u8, KeyKindName.Of(key.Kind));
        json.WriteString("name"u8, key.Name);
        json.WriteString("hint"u8, key.Hint);
        json.WriteTime("createdAt"u8, key.CreatedAt);
        json.WriteTime("revokedAt"u8, key.RevokedAt);
    }
}
