using System.Text.Json;
using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Findings;

/// <summary>Reads and adds findings (contract, sections 2.5 and 4.1).</summary>
internal sealed class FindingsEndpoints(FindingBook book)
{
    private const int DefaultLimit = 50;

    /// <summary>GET: a page, the oldest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AkshiCall call)
    {
        var query = CursorQuery.Read(call.Http.Request, DefaultLimit, out var errors);
        if (!errors.IsEmpty)
            return AkshiErrors.Invalid(errors);

        var page = await book.ReadAsync(query, call.Query("agent"), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteNumber("next_seq"u8, page.NextSeq);
            json.WriteStartArray("findings"u8);
            foreach (var finding in page.Findings)
                Write(json, finding);
            json.WriteEndArray();
        });
    }

    /// <summary>POST: all of them, or none.</summary>
    public async ValueTask<JsonAnswer> AddAsync(AkshiCall call)
    {
        var (findings, refusal) = FindingBatch.Read(call.Body);
        if (refusal is not null)
            return refusal;

        var seqs = await book.AddAsync(findings, call.Caller.ActorId, call.Origin, call.Aborted);
        var next = seqs.Count > 0 ? seqs[^1] + 1 : await book.NextSeqAsync(call.Aborted);
        return Answer.Created(json =>
        {
            json.WriteBoolean("ok"u8, true);
            json.WriteNumber("accepted"u8, seqs.Count);
            json.WriteStartArray("seqs"u8);
            foreach (var seq in seqs)
                json.WriteNumberValue(seq);
            json.WriteEndArray();
            if (seqs.Count > 0)
                json.WriteNumber("seq"u8, seqs[^1]);
            json.WriteNumber("next_seq"u8, next);
        });
    }

    /// <summary>A finding in the words of all documented clients.</summary>
    public static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteNumber("seq"u8, finding.Seq);
        json.WriteTime("ts"u8, finding.At);
        json.WriteString("severity"u8, finding.Severity);
        json.WriteString("source"u8, finding.Agent);
        json.WriteString("agent"u8, finding.Agent);
        json.WriteString("file"u8, finding.File);
        json.WriteString("summary"u8, finding.Summary);
        json.WriteString("title"u8, finding.Summary);
        json.WriteString("detail"u8, finding.Detail);
        json.WriteEndObject();
    }
}
