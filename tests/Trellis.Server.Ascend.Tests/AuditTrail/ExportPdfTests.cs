using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Pdf;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Tests.AuditTrail;

public sealed class ExportPdfTests : ServerTest
{
    private const string Path = "/api/audit/export/pdf";

    [Fact]
    public async Task Records_are_sent_as_pdf_the_oldest_first_with_their_chain_hashes()
    {
        await First.PostAsync("/api/audit/log", new() { ["event_type"] = "one (or so)", ["resource_id"] = @"C:\x" });
        await First.PostAsync("/api/audit/log", new() { ["event_type"] = "two" });
        var records = (await First.GetAsync("/audit/logs?resource_type=external")).Json["events"]!.AsArray();

        var page = (await ExportAsync($"{Path}?resource_type=external")).Pages.ShouldHaveSingleItem();

        var texts = page.ToList();
        texts.IndexOf("one (or so)").ShouldBeLessThan(texts.IndexOf("two"));
        texts.ShouldContain(@"external C:\x");
        foreach (var record in records)
            texts.ShouldContain($"{record!["id"]}  chain hash {record["chain_hash"]}");
        texts.ShouldContain("Only records of: resource_type = external");
        texts.ShouldContain("End of the export: 2 records.");
        texts.ShouldContain("Page 1");
    }

    [Fact]
    public async Task The_document_says_what_was_verified_and_where_the_chain_ends()
    {
        await First.PostAsync("/api/audit/log", new() { ["event_type"] = "one" });
        var head = (await First.GetAsync("/audit/logs?limit=1")).Json["events"]![0]!;

        var page = (await ExportAsync(Path)).Pages[0];

        page[0].ShouldBe("Audit trail of organisation 1");
        page.ShouldContain(static text => text.StartsWith("Chain: VALID."));
        page.ShouldContain(text => text.StartsWith($"Verified range: records 1 to {head["sequence_number"]};"));
        page.ShouldContain($"Chain head: record {head["sequence_number"]}, {head["chain_hash"]}");
    }

    [Fact]
    public async Task A_chain_that_was_changed_is_exported_as_what_it_is()
    {
        await First.PostAsync("/api/audit/log", new() { ["event_type"] = "one" });
        await Server.Store.WriteAsync(
            async session => { await session.ExecuteAsync($"UPDATE audit_records SET actor_id = 'nobody' WHERE event_type = 'one'"); },
            AscendServer.Cancellation);

        var page = (await ExportAsync(Path)).Pages[0];

        page.ShouldContain(static text => text.StartsWith("Chain: TAMPERED."));
        page.ShouldContain(static text => text.StartsWith("First bad record: "));
        page.ShouldContain("nobody");
    }

    [Fact]
    public async Task An_export_of_many_pages_numbers_them_and_has_every_record()
    {
        await AppendAsync(1001, static _ => "many");

        var file = await ExportAsync($"{Path}?event_type=many");

        file.Pages.Count.ShouldBeGreaterThan(30);
        for (var i = 0; i < file.Pages.Count; i++)
        {
            file.Pages[i].ShouldContain($"Page {i + 1}");
            file.Pages[i].ShouldContain("Resource");
        }

        file.Pages.Sum(static page => page.Count(static text => text == "many")).ShouldBe(1001);
        file.Pages[^1].ShouldContain("End of the export: 1001 records.");
    }

    [Fact]
    public async Task What_is_too_wide_for_its_column_goes_on_in_the_next_line()
    {
        var longest = new string('q', 901);
        await AppendAsync(2, _ => longest);

        var file = await ExportAsync($"{Path}?resource_type=test");

        var lines = file.Pages.SelectMany(static page => page).Where(static text => text.All(static character => character == 'q')).ToList();
        lines.Sum(static line => line.Length).ShouldBe(2 * 901);
        lines.ShouldAllBe(static line => line.Length < 60);
    }

    [Fact]
    public async Task An_organisation_without_records_gets_a_page_that_says_so()
    {
        var other = await Server.OtherTenantAsync();

        var page = (await ExportAsync(Path, other.Key)).Pages.ShouldHaveSingleItem();

        page.ShouldContain("Verified range: no records.");
        page.ShouldContain("Chain head: none, the chain is empty.");
        page.ShouldContain("End of the export: 0 records.");
    }

    [Fact]
    public async Task Parameters_that_do_not_fit_are_refused() =>
        (await First.GetAsync($"{Path}?end_date=soon")).ShouldBeRefused(422, ErrorCodes.Validation);

    [Fact]
    public async Task It_is_a_file_to_be_kept()
    {
        using var response = await SendAsync(Path, First.Key);

        response.Content.Headers.ContentType!.ToString().ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldEndWith(".pdf");
    }

    private async Task<HttpResponseMessage> SendAsync(string path, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-API-Key", key);
        var response = await Server.Http.SendAsync(request, AscendServer.Cancellation);
        response.IsSuccessStatusCode.ShouldBeTrue();
        return response;
    }

    private async Task<PdfFile> ExportAsync(string path, string? key = null)
    {
        using var response = await SendAsync(path, key ?? First.Key);
        return PdfFile.Read(await response.Content.ReadAsByteArrayAsync(AscendServer.Cancellation));
    }

    private async Task AppendAsync(int count, Func<int, string> eventType)
    {
        var audit = Server.Services.GetRequiredService<IAuditLog>();
        await Server.Store.WriteAsync(
            async session =>
            {
                for (var i = 0; i < count; i++)
                    await audit.AppendAsync(session, Event(eventType(i)));
            },
            AscendServer.Cancellation);
    }

    private static AuditEvent Event(string eventType) => new()
    {
        OrganisationId = 1,
        Platform = "ascend",
        EventType = eventType,
        ActorId = "test",
        ResourceType = "test",
        ResourceId = "test",
        Action = "test",
        Outcome = AuditOutcome.Success,
    };
}
