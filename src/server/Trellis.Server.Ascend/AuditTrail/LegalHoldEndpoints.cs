using System.Globalization;
using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>Which records are held. A hold is no part of a record, which never changes.</summary>
internal sealed class LegalHoldEndpoints(IStore store, CallWrites writes, IAuditLog audit)
{
    /// <summary>The holds in force.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var holds = await store.ReadAsync(session => LegalHoldTable.ListAsync(session, call.OrganisationId), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("legal_holds"u8);
            foreach (var hold in holds)
            {
                json.WriteStartObject();
                WriteMembers(json, hold);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, holds.Count);
        });
    }

    /// <summary>Places a hold on all records that fit what is given; on every record when only a reason is.</summary>
    public async ValueTask<JsonAnswer> PlaceAsync(AscendCall call)
    {
        var fields = new Fields(call.Body);
        var given = new LegalHold
        {
            Reason = fields.Text("reason", 1000),
            ActorId = fields.OptionalText("actor_id", shortest: 1),
            ResourceType = fields.OptionalText("resource_type", shortest: 1),
            ResourceId = fields.OptionalText("resource_id", shortest: 1),
            PlacedBy = call.Caller.ActorId,
            PlacedAt = call.At,
        };
        return fields.Errors.IsEmpty
            ? await writes.RunAsync(call, session => PlaceAsync(session, call, given))
            : AscendErrors.Invalid(fields.Errors);
    }

    /// <summary>Releases a hold.</summary>
    public async ValueTask<JsonAnswer> ReleaseAsync(AscendCall call)
    {
        if (call.RouteId() is not { } number)
            return AscendErrors.NotFound("The legal hold");

        var isReleased = await store.WriteAsync(
            async session =>
            {
                if (!await LegalHoldTable.ReleaseAsync(session, call.OrganisationId, number, call.Caller.ActorId, call.At))
                    return false;
                await audit.AppendAsync(session, RegistryEvent.Of(call, "legal_hold_released", "release", ResourceOf(number)));
                return true;
            },
            call.Aborted);
        return isReleased
            ? Answer.Ok(json =>
            {
                json.WriteBoolean("success"u8, true);
                json.WriteNumber("id"u8, number);
                json.WriteTime("released_at"u8, call.At);
            })
            : AscendErrors.NotFound("The legal hold");
    }

    private static (string Type, string Id) ResourceOf(long number) => ("legal_hold", number.ToString(CultureInfo.InvariantCulture));

    private static void WriteMembers(Utf8JsonWriter json, LegalHold hold)
    {
        json.WriteNumber("id"u8, hold.Number);
        json.WriteString("reason"u8, hold.Reason);
        json.WriteString("actor_id"u8, hold.ActorId);
        json.WriteString("resource_type"u8, hold.ResourceType);
        json.WriteString("resource_id"u8, hold.ResourceId);
        json.WriteString("placed_by"u8, hold.PlacedBy);
        json.WriteTime("placed_at"u8, hold.PlacedAt);
    }

    private async ValueTask<JsonAnswer> PlaceAsync(ISqlSession session, AscendCall call, LegalHold given)
    {
        var hold = given with { Number = await RegistryNumbers.NextAsync(session, call.OrganisationId, "legal_holds") };
        await LegalHoldTable.AddAsync(session, call.OrganisationId, hold);
        await audit.AppendAsync(session, RegistryEvent.Of(call, "legal_hold_placed", "hold", ResourceOf(hold.Number), json => WriteMembers(json, hold)));
        return Answer.Created(json =>
        {
            json.WriteBoolean("success"u8, true);
            WriteMembers(json, hold);
        });
    }
}
