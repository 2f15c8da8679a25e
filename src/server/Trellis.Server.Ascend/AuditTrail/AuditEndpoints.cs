using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>Reads the audit trail of the caller's organisation.</summary>
internal sealed class AuditEndpoints(IStore store, IAuditReader reader)
{
    private const int DefaultLimit = 50;
    private const int MostLimit = 1000;

    /// <summary>The records, the newest first. <c>before</c> goes on where a page ended, at the same price for every page.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var page = Page.Read(query, DefaultLimit, MostLimit);
        var filter = AuditQuery.ReadFilter(query);
        var before = query.Integer("before", long.MaxValue, 1, long.MaxValue);
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        var (records, holds, total) = await store.ReadAsync(
            async session => (
                await reader.ReadNewestAsync(session, call.OrganisationId, filter, (int)page.Limit, before, page.Offset),
                await LegalHoldTable.ListAsync(session, call.OrganisationId),
                await reader.CountAsync(session, call.OrganisationId, filter)),
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteStartArray("events"u8);
            foreach (var record in records)
            {
                json.WriteStartObject();
                AuditRecordJson.WriteMembers(json, record, holds);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("total"u8, total);
            json.WriteNumber("page"u8, (page.Offset / page.Limit) + 1);
            json.WriteNumber("page_size"u8, page.Limit);
            json.WriteNumber("limit"u8, page.Limit);
            json.WriteNumber("offset"u8, page.Offset);
            json.WriteNumberOrNull("next_before"u8, records.Count == page.Limit ? records[^1].SequenceNumber : null);
        });
    }

    /// <summary>How long the trail is.</summary>
    public async ValueTask<JsonAnswer> HealthAsync(AscendCall call)
    {
        var last = await store.ReadAsync(
            async session => (await reader.ReadNewestAsync(session, call.OrganisationId, AuditFilter.None, 1)) is [var record] ? record : null,
            call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteString("status"u8, "healthy"u8);
            json.WriteNumber("total_records"u8, last?.SequenceNumber ?? 0);
            json.WriteTime("last_record_at"u8, last?.Timestamp);
            json.WriteString("chain_hash"u8, last?.ChainHash);
            json.WriteTime("timestamp"u8, call.At);
        });
    }
}
