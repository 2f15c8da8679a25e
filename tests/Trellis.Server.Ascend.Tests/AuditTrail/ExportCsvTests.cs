using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Ascend.AuditTrail;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Tests.AuditTrail;

public sealed class ExportCsvTests : ServerTest
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("=a,b", "\"'=a,b\"")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Fields_are_quoted_and_are_no_formulas(string? field, string expected)
    {
        var text = new StringBuilder();
        var row = new CsvRow(text);
        row.Add("first").Add(field).End();

        text.ToString().ShouldBe($"first,{expected}\r\n");
    }

    [Fact]
    public async Task Records_are_sent_as_csv_the_oldest_first()
    {
        await First.PostAsync("/api/audit/log", new() { ["event_type"] = "one", ["resource_id"] = "=cmd()" });
        await First.PostAsync("/api/audit/log", new() { ["event_type"] = "two", ["details"] = new JsonObject { ["a"] = "x,y" } });

        var reply = await First.GetAsync("/api/audit/export/csv?resource_type=external");

        reply.ShouldBeOk().ContentType.ShouldBe("text/csv; charset=utf-8");
        var lines = reply.Text.Split("\r\n");
        lines[0].ShouldStartWith("sequence_number,id,timestamp,platform,event_type");
        lines[1].ShouldContain(",one,");
        lines[1].ShouldContain(",'=cmd(),");
        lines[2].ShouldContain(",two,");
        lines[2].ShouldContain("\"\"x,y\"\"");
        lines.Length.ShouldBe(4);
    }

    [Fact]
    public async Task An_export_longer_than_a_page_is_whole()
    {
        var audit = Server.Services.GetRequiredService<IAuditLog>();
        await Server.Store.WriteAsync(
            async session =>
            {
                for (var i = 0; i < 1001; i++)
                    await audit.AppendAsync(session, Event());
            },
            AscendServer.Cancellation);

        var reply = await First.GetAsync("/api/audit/export/csv?event_type=many");

        reply.Text.Split("\r\n").Length.ShouldBe(1 + 1001 + 1);
    }

    [Fact]
    public async Task Parameters_that_do_not_fit_are_refused() =>
        (await First.GetAsync("/api/audit/export/csv?end_date=soon")).ShouldBeRefused(422, ErrorCodes.Validation);

    private static AuditEvent Event() => new()
    {
        OrganisationId = 1,
        Platform = "ascend",
        EventType = "many",
        ActorId = "test",
        ResourceType = "test",
        ResourceId = "test",
        Action = "test",
        Outcome = AuditOutcome.Success,
    };
}
