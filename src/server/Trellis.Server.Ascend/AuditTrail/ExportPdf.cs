using System.Globalization;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Ascend.Pdf;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>
/// Sends records as a PDF for people who read or file it, the oldest first, page by page, so that memory stays bounded however long the
/// trail is. The chain is verified first, and the document says what came of it.
/// </summary>
internal sealed class ExportPdf(IStore store, IAuditReader reader, VerifyIntegrity verification)
{
    private const int PageSize = 500;

    private static readonly PdfColumn[] Columns =
    [
        new("No.", 36), new("Time", 104), new("Event", 120), new("Actor", 146), new("Resource", 176), new("Action", 92), new("Outcome", 56), new("Risk", 40),
    ];

    /// <summary>Sends what the filter asks for.</summary>
    public async ValueTask<JsonAnswer> ExportAsync(AscendCall call)
    {
        var query = new QueryFields(call.Http.Request);
        var filter = AuditQuery.ReadFilter(query);
        if (!query.Errors.IsEmpty)
            return AscendErrors.Invalid(query.Errors);

        // What comes after is not part of the document, so that all of it was there when the chain was verified.
        var newest = await store.ReadAsync(session => reader.ReadNewestAsync(session, call.OrganisationId, AuditFilter.None, limit: 1), call.Aborted);
        var head = newest.Count > 0 ? newest[0] : null;
        var (outcome, _) = await verification.RunAsync(call.OrganisationId, call.Aborted);

        // The first page before the headers: if the store cannot be read, the answer still can say so.
        var records = await ReadAsync(call, filter, head, after: 0);
        var response = call.Http.Response;
        response.ContentType = "application/pdf";
        response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"audit-{call.OrganisationId}-{call.At.UtcDateTime:yyyyMMdd}.pdf\"");
        var document = new PdfDocument(response.Body);
        var title = string.Create(CultureInfo.InvariantCulture, $"Audit trail of organisation {call.OrganisationId}");
        document.Begin(title, call.At);
        var table = new PdfTable(document, Columns, $"{title}, {WireTime.Text(call.At)}");
        table.Begin(title, Summary(call, head, outcome));
        var sent = 0L;
        while (true)
        {
            foreach (var record in records)
                await table.AddAsync(CellsOf(record), $"{record.Id}  chain hash {record.ChainHash}", call.Aborted);
            sent += records.Count;
            if (records.Count < PageSize)
                break;
            records = await ReadAsync(call, filter, head, records[^1].SequenceNumber);
        }

        await table.EndAsync(string.Create(CultureInfo.InvariantCulture, $"End of the export: {sent} records."), call.Aborted);
        return Answer.Sent;
    }

    private static IEnumerable<string> Summary(AscendCall call, AuditLogRecord? head, AuditVerification outcome)
    {
        yield return $"Exported {WireTime.Text(call.At)} for {call.Caller.ActorId}.";
        yield return $"Chain: {outcome.Status.ToString().ToUpperInvariant()}. {outcome.Reason}";
        yield return outcome.RecordsVerified > 0
            ? FormattableString.Invariant($"Verified range: records 1 to {outcome.RecordsVerified}; signed checkpoints vouch for those up to {outcome.CheckpointedThrough}.")
            : "Verified range: no records.";
        if (outcome.FirstBadSequenceNumber is { } bad)
            yield return FormattableString.Invariant($"First bad record: {bad}.");
        yield return head is null
            ? "Chain head: none, the chain is empty."
            : FormattableString.Invariant($"Chain head: record {head.SequenceNumber}, {head.ChainHash}");
        yield return call.Http.Request.QueryString.HasValue
            ? $"Only records of: {string.Join(", ", call.Http.Request.Query.Select(static asked => $"{asked.Key} = {asked.Value}"))}"
            : "All records. Their details are in the CSV export.";
    }

    private static string[] CellsOf(AuditLogRecord record) =>
    [
        record.SequenceNumber.ToString(CultureInfo.InvariantCulture), WireTime.Text(record.Timestamp), record.EventType, record.ActorId,
        $"{record.ResourceType} {record.ResourceId}", record.Action, record.Outcome.ToUpperInvariant(), record.RiskLevel ?? "",
    ];

    private async ValueTask<IReadOnlyList<AuditLogRecord>> ReadAsync(AscendCall call, AuditFilter filter, AuditLogRecord? head, long after)
    {
        var records = await store.ReadAsync(
            session => reader.ReadOldestAsync(session, call.OrganisationId, filter, PageSize, after), call.Aborted);
        return records.Count == 0 || records[^1].SequenceNumber <= head?.SequenceNumber
            ? records
            : [.. records.Where(record => record.SequenceNumber <= head?.SequenceNumber)];
    }
}
