using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Trellis.Server.Console.Tests.Support;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Console.Tests.Audit;

/// <summary>The chain of what was done.</summary>
public sealed class AuditTests(Chromium chromium) : ConsoleTest(chromium)
{
    private ILocator Rows => Page.Locator("#records tr");

    [Fact]
    public async Task Records_of_every_platform_stand_in_one_list_the_newest_first()
    {
        await ReportAsync("first_thing");
        await ReportAsync("second_thing");

        await GoAsync("/audit");

        (await Rows.First.InnerTextAsync()).ShouldContain("second_thing");
        var text = await Page.GetByRole(AriaRole.Table).InnerTextAsync();
        text.ShouldContain("aerostack");
        text.ShouldContain("ascend");
        await PhotographAsync("audit");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_appears_as_soon_as_it_is_written()
    {
        await GoAsync("/audit");

        await ReportAsync("while_somebody_looks");

        await Page.GetByRole(AriaRole.Cell, new() { Name = "while_somebody_looks" }).WaitForAsync();
    }

    [Fact]
    public async Task The_list_can_be_narrowed_and_says_when_nothing_fits()
    {
        await ReportAsync("wanted_thing");
        await GoAsync("/audit");

        await Page.GetByLabel("Platform").SelectOptionAsync("ascend");
        await Page.GetByLabel("Event type").FillAsync("wanted_thing");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Page.GetByText("1 record that fit").WaitForAsync();
        (await Rows.CountAsync()).ShouldBe(1);

        await Page.GetByLabel("Until (UTC)").FillAsync("2001-01-01T00:00");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Page.GetByText("No record fits.").WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Older_records_are_a_page_away()
    {
        for (var i = 0; i < 55; i++)
            await ReportAsync($"thing_{i}");
        await GoAsync("/audit?event_type=");

        await Page.GetByRole(AriaRole.Link, new() { Name = "Older" }).ClickAsync();

        await Page.GetByRole(AriaRole.Cell, new() { Name = "thing_0", Exact = true }).WaitForAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Newest" }).ClickAsync();
        await Page.GetByRole(AriaRole.Cell, new() { Name = "thing_54" }).WaitForAsync();
    }

    [Fact]
    public async Task One_record_shows_all_its_fields_and_its_place_in_the_chain()
    {
        await ReportAsync("before_it");
        await ReportAsync("looked_at", new JsonObject { ["amount"] = 250 });
        await ReportAsync("after_it");
        var record = (await Server.AscendAdministrator.Audit.QueryAsync(cancellationToken: Cancellation)).Events.First(record => record.EventType == "looked_at");

        await GoAsync($"/audit/records/{record.SequenceNumber}");

        var text = await Page.GetByRole(AriaRole.Main).InnerTextAsync();
        text.ShouldContain("\"amount\": 250");
        text.ShouldContain("before_it");
        text.ShouldContain("after_it");
        text.ShouldContain(record.ChainHash!);
        text.ShouldContain($"Record {record.SequenceNumber} of {record.SequenceNumber + 1}.");
        await PhotographAsync("audit-record");
        await Page.GetByRole(AriaRole.Link, new() { Name = $"record {record.SequenceNumber + 1}" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = $"Record {record.SequenceNumber + 1}" }).WaitForAsync();
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Verifying_says_that_the_whole_chain_is_what_it_was()
    {
        await GoAsync("/audit");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();

        await Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing is wrong" }).WaitForAsync();
        (await Page.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("the whole chain");
        await PhotographAsync("audit-valid");
        Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Verifying_names_the_first_bad_record_and_why_it_is()
    {
        var number = await TamperAsync();
        await GoAsync("/audit");

        await Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();

        await Page.GetByRole(AriaRole.Heading, new() { Name = $"Record {number} is not what it was" }).WaitForAsync();
        (await Page.GetByRole(AriaRole.Main).InnerTextAsync()).ShouldContain("does not have its content hash");
        await PhotographAsync("audit-tampered");
    }

    [Fact]
    public async Task A_part_without_the_bad_record_is_found_good()
    {
        var number = await TamperAsync();
        await GoAsync("/audit");

        await Page.GetByLabel("From record").FillAsync($"{number + 1}");
        await Page.GetByLabel("To record").FillAsync($"{number + 2}");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Verify" }).ClickAsync();

        await Page.GetByRole(AriaRole.Heading, new() { Name = "Nothing is wrong" }).WaitForAsync();
        var text = await Page.GetByRole(AriaRole.Main).InnerTextAsync();
        text.ShouldContain($"records {number + 1} to {number + 2}");
        text.ShouldContain("2 records");
    }

    [Fact]
    public async Task The_export_is_a_file_of_what_the_filter_asks_for()
    {
        await ReportAsync("exported_thing");
        await ReportAsync("other_thing");
        await GoAsync("/audit?event_type=exported_thing");

        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());

        download.SuggestedFilename.ShouldEndWith(".csv");
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), Cancellation);
        lines[0].ShouldStartWith("sequence_number,id,timestamp,platform");
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain("exported_thing");
    }

    protected override async Task PrepareAsync()
    {
        await Server.WithAgentAsync();
        await Server.Aerostack.RequestAsync(HttpMethod.Post, "/projects", new JsonObject { ["slug"] = "shop" }, cancellationToken: Cancellation);
    }

    private Task<JsonObject> ReportAsync(string eventType, JsonObject? details = null) => Server.AscendAdministrator.RequestAsync(
        HttpMethod.Post, "/api/audit/log", new JsonObject { ["event_type"] = eventType, ["details"] = details ?? [] }, cancellationToken: Cancellation);

    private async Task<long> TamperAsync()
    {
        for (var i = 0; i < 4; i++)
            await ReportAsync($"thing_{i}");
        var records = await Server.AscendAdministrator.Audit.QueryAsync(cancellationToken: Cancellation);
        var number = records.Events[0].SequenceNumber!.Value - 2;
        var store = Server.Services.GetRequiredService<IStore>();
        (await store.WriteAsync(
            session => session.ExecuteAsync($"UPDATE audit_records SET actor_id = 'mallory' WHERE sequence_number = {number}"), Cancellation)).ShouldBe(1);
        return number;
    }
}
