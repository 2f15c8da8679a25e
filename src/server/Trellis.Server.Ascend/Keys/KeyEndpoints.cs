using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Keys;

/// <summary>Which API keys there are, what they were used for, and their end (contract, section 2.14).</summary>
internal sealed class KeyEndpoints(IStore store, IAuditLog audit)
{
    /// <summary>The keys of the organisation, newest first, those that have ended too.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var keys = await store.ReadAsync(session => KeyTable.ListAsync(session, call.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            json.WriteStartArray("keys"u8);
            foreach (var key in keys)
            {
                json.WriteStartObject();
                KeyJson.WriteMembers(json, key, call.At);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, keys.Count);
        });
    }

    /// <summary>Ends a key. Ending it again changes nothing.</summary>
    public async ValueTask<JsonAnswer> RevokeAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var reason = query.Text("reason");
        return query.Errors.IsEmpty
            ? await store.WriteAsync(session => RevokeAsync(session, call, reason), call.Aborted)
            : AscendErrors.Invalid(query.Errors);
    }

    /// <summary>What a key was used for.</summary>
    public async ValueTask<JsonAnswer> UsageAsync(AscendCall call)
    {
        var id = call.Route("id");
        var (key, usage) = await store.ReadAsync(
            async session => (
                await KeyTable.FindAsync(session, call.OrganisationId, id),
                await KeyUsageTable.FindAsync(session, call.OrganisationId, id)),
            call.Aborted);
        return key is null ? AscendErrors.NotFound("The key") : Answer.Ok(json =>
        {
            KeyJson.WriteMembers(json, key, call.At);
            json.WriteNumber("total_actions"u8, usage.Actions);
            json.WriteTime("last_used_at"u8, usage.LastActionAt);
        });
    }

    private async ValueTask<JsonAnswer> RevokeAsync(ISqlSession session, AscendCall call, string? reason)
    {
        if (await KeyTable.FindAsync(session, call.OrganisationId, call.Route("id")) is not { } key)
            return AscendErrors.NotFound("The key");
        if (key.Role > call.Caller.Role)
            return AscendErrors.Forbidden("The key may do more than you.");

        if (await KeyTable.RevokeAsync(session, call.OrganisationId, key.Id, call.At, reason))
        {
            key = key with { RevokedAt = call.At, RevokedReason = reason };
            await GovernanceVersions.MarkRegistryAsync(session, call.OrganisationId);
            await audit.AppendAsync(session, KeyEvents.Revoked(key, call.Caller.ActorId, call.Origin));
        }

        return Answer.Ok(json =>
        {
            json.WriteBoolean("success"u8, true);
            KeyJson.WriteMembers(json, key, call.At);
            json.WriteString("message"u8, "The key is revoked."u8);
        });
    }
}
