using Trellis.Server.Akshi.Errors;
using Trellis.Server.Akshi.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;

namespace Trellis.Server.Akshi.Receipts;

/// <summary>Exports and checks receipts. The documentation names commands for that and no calls; these are what such commands need.</summary>
internal sealed class ReceiptsEndpoints(ReceiptBook book)
{
    private const int DefaultLimit = 100;

    /// <summary>GET: a page, the oldest first.</summary>
    public async ValueTask<JsonAnswer> ListAsync(AkshiCall call)
    {
        var query = CursorQuery.Read(call.Http.Request, DefaultLimit, out var errors);
        if (!errors.IsEmpty)
            return AkshiErrors.Invalid(errors);

        var (receipts, ends) = await book.ReadAsync(query, call.Query("agent"), call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteNumber("next_seq"u8, receipts.Count > 0 ? receipts[^1].Seq + 1 : ends.Seq + 1);
            json.WriteStartObject("anchor"u8);
            json.WriteNumber("seq"u8, ends.AnchorSeq);
            json.WriteString("hash"u8, ends.AnchorHash);
            json.WriteEndObject();
            json.WriteStartArray("receipts"u8);
            foreach (var receipt in receipts)
                receipt.Write(json);
            json.WriteEndArray();
        });
    }

    /// <summary>GET: whether the chain is whole.</summary>
    public async ValueTask<JsonAnswer> VerifyAsync(AkshiCall call)
    {
        var found = await book.VerifyAsync(call.Aborted);
        return Answer.Ok(json =>
        {
            json.WriteBoolean("valid"u8, found.Fault is null);
            json.WriteNumber("checked"u8, found.Checked);
            json.WriteTexts("signers"u8, found.Signers);
            json.WriteNumberOrNull("fault_at"u8, found.FaultAt);
            json.WriteString("fault"u8, found.Fault);
        });
    }
}
