using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>Sends records as CSV, the oldest first, page by page, so that memory stays bounded however long the trail is.</summary>
internal sealed class ExportCsv(IStore store, IAuditReader reader)
{
    private const int PageSize = 500;

    private static readonly string[] Columns =
    [
        "sequence_number", "id", "timestamp", "platform", "event_type", "actor_id", "resource_type", "resource_id", "action", "outcome",
        "risk_level", "ip_address", "correlation_id", "details", "content_hash", "previous_hash", "chain_hash",
    ];

    /// <summary>Sends what the filter asks for.</summary>
    public async ValueTask<JsonAnswer> ExportAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var filter = AuditQuery.ReadFilter(query);
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        // The first page before the headers: if the store cannot be read, the answer still can say so.
        var records = await ReadAsync(call, filter, after: 0);
        var response = call.Http.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{call.OrganisationId}-{call.At.UtcDateTime:yyyyMMdd}.csv\"");
        var text = new StringBuilder();
        var row = new CsvRow(text);
        foreach (var column in Columns)
            row.Add(column);
        row.End();
        while (true)
        {
            foreach (var record in records)
                Write(row, record);
            await response.WriteAsync(text.ToString(), call.Aborted);
            text.Clear();
            if (records.Count < PageSize)
                return Answer.Sent;
            records = await ReadAsync(call, filter, records[^1].SequenceNumber);
        }
    }

    private static void Write(CsvRow row, AuditLogRecord record)
    {
        row.Add(record.SequenceNumber.ToString(CultureInfo.InvariantCulture)).Add(record.Id).Add(WireTime.Text(record.Timestamp));
        row.Add(record.Platform).Add(record.EventType).Add(record.ActorId).Add(record.ResourceType).Add(record.ResourceId);
        row.Add(record.Action).Add(record.Outcome.ToUpperInvariant()).Add(record.RiskLevel).Add(record.IpAddress).Add(record.CorrelationId);
        row.Add(record.EventData).Add(record.ContentHash).Add(record.PreviousHash).Add(record.ChainHash).End();
    }

    private ValueTask<IReadOnlyList<AuditLogRecord>> ReadAsync(AscendCall call, AuditFilter filter, long after) =>
        store.ReadAsync(session => reader.ReadOldestAsync(session, call.OrganisationId, filter, PageSize, after), call.Aborted);
}
