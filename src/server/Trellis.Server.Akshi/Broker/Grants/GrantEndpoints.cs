using System.Text.Json;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Server.Akshi.Broker.Grants;

/// <summary>The routes of grants (contract, section 2.6), in the forms of both documents: by id, and by agent and domain.</summary>
internal sealed class GrantEndpoints(GrantRegister grants)
{
    /// <summary><c>GET /api/v1/broker/grants</c>: the active ones, unless <c>status</c> asks for others.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AkshiCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var status = query.Word("status", "active", "revoked", "all") ?? "active";
        var agent = query.Text("agent");
        if (!query.Errors.IsEmpty)
            return AkshiErrors.Invalid(query.Errors);

        var listed = (await grants.ListAsync(call.Aborted))
            .Where(grant => (status == "all" || grant.Status == status) && (agent is null || grant.Agent == agent))
            .ToArray();
        return new ArrayAnswer(json =>
        {
            foreach (var grant in listed)
            {
                json.WriteStartObject();
                WriteMembers(json, grant);
                json.WriteTime("granted_at"u8, grant.GrantedAt);
                json.WriteNull("expires_at"u8);
                json.WriteTime("revoked_at"u8, grant.RevokedAt);
                json.WriteEndObject();
            }
        });
    }

    /// <summary><c>DELETE /api/v1/broker/grants/{id}</c>.</summary>
    public ValueTask<JsonAnswer> DeleteAsync(AkshiCall call) => RevokeAsync(call, call.Route("id"));

    /// <summary><c>POST /api/v1/broker/grants/{agent}/{domain}/revoke</c>.</summary>
    public ValueTask<JsonAnswer> RevokePairAsync(AkshiCall call) => RevokeAsync(call, IdOfPair(call));

    /// <summary><c>POST /api/v1/broker/grants/{agent}/{domain}/restore</c>.</summary>
    public async ValueTask<JsonAnswer> RestorePairAsync(AkshiCall call) =>
        await grants.RestoreAsync(IdOfPair(call), call.Caller.ActorId, call.Origin, call.Aborted) is { } grant
            ? Changed(grant)
            : AkshiErrors.NotFound("There is no revoked grant for this agent and domain.");

    private static string IdOfPair(AkshiCall call) => GrantId.Of(call.Route("agent"), call.Route("domain"));

    private static Answer Changed(Grant grant) => Answer.Ok(json =>
    {
        json.WriteBoolean("ok"u8, true);
        WriteMembers(json, grant);
        if (!grant.IsActive)
            json.WriteTime("revoked_at"u8, grant.RevokedAt);
    });

    private static void WriteMembers(Utf8JsonWriter json, Grant grant)
    {
        json.WriteString("id"u8, grant.Id);
        json.WriteString("agent"u8, grant.Agent);
        json.WriteString("secret_name"u8, grant.SecretName);
        json.WriteString("domain"u8, grant.Domain);
        json.WriteString("status"u8, grant.Status);
    }

    private async ValueTask<JsonAnswer> RevokeAsync(AkshiCall call, string id) =>
        await grants.RevokeAsync(id, call.Caller.ActorId, call.Origin, call.At, call.Aborted) is { } grant
            ? Changed(grant)
            : AkshiErrors.NotFound("There is no active grant of this kind.");
}
