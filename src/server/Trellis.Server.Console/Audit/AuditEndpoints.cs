using System.Globalization;
using Microsoft.AspNetCore.Http;
using Trellis.Server.Console.Http;
using Trellis.Server.Console.Layout;
using Trellis.Server.Console.Platforms;

namespace Trellis.Server.Console.Audit;

/// <summary>The chain of the organisation over all platforms, by way of ASCEND, whose audit trail it is.</summary>
internal static class AuditEndpoints
{
    private const int PageSize = 50;

    /// <summary>The records, the newest first.</summary>
    public static async ValueTask<ConsoleResult> ListAsync(ConsoleCall call)
    {
        var choice = AuditChoice.Read(call);
        var before = ReadNumber(call, "before");
        var query = choice.ToQuery("limit", PageSize) + (before is { } number ? $"&before={number}" : "");
        var slice = await call.Platforms.GetAsync<AuditSlice>(Platform.Ascend, $"/api/audit/logs?{query}");
        return ConsoleResult.Page<AuditListPage, AuditListModel>("Audit", new AuditListModel(choice, slice, before is null));
    }

    /// <summary>One record.</summary>
    public static async ValueTask<ConsoleResult> ShowAsync(ConsoleCall call)
    {
        if (!long.TryParse(call.Route("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < 1 or > long.MaxValue - 2)
            return Absent();

        // With the records around it: numbers have no gaps in a chain that is whole.
        var slice = await call.Platforms.GetAsync<AuditSlice>(Platform.Ascend, $"/api/audit/logs?limit=3&before={number + 2}");
        var found = slice.Events.FirstOrDefault(record => record.SequenceNumber == number);
        return found is null
            ? Absent()
            : ConsoleResult.Page<AuditRecordPage, AuditRecordModel>(
                $"Record {number}",
                new AuditRecordModel(
                    found,
                    slice.Events.FirstOrDefault(record => record.SequenceNumber == number - 1),
                    slice.Events.FirstOrDefault(record => record.SequenceNumber == number + 1),
                    slice.Total));
    }

    /// <summary>Verifies the chain, or a part of it.</summary>
    public static async ValueTask<ConsoleResult> VerifyAsync(ConsoleCall call)
    {
        var (first, last) = (ReadNumber(call, "first"), ReadNumber(call, "last"));
        var check = await call.Platforms.PostAsync<AuditCheck>(
            Platform.Ascend, "/api/audit/verify-integrity", new { FirstSequence = first, LastSequence = last });
        return ConsoleResult.Page<AuditCheckPage, AuditCheckModel>("Verification", new AuditCheckModel(first, last, check));
    }

    /// <summary>The records as a file of CSV, which is sent as it is read.</summary>
    public static async ValueTask<ConsoleResult> ExportAsync(ConsoleCall call)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"audit-{call.Session.Operator.OrganisationId}-{call.At.UtcDateTime:yyyyMMdd-HHmmss}.csv");
        await call.Platforms.DownloadAsync(
            call.Context.Response, Platform.Ascend, $"/api/audit/export/csv?{AuditChoice.Read(call).ToQuery()}", name);
        return ConsoleResult.Written;
    }

    private static ConsoleResult Absent() =>
        Problem.Page(StatusCodes.Status404NotFound, "There is no such record", "Records are numbered from 1 on. If this number is in the chain, the record is missing: verify the chain.");

    private static long? ReadNumber(ConsoleCall call, string name) =>
        long.TryParse(call.Query(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
