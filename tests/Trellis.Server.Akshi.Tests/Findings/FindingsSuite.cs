using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Findings;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Findings;

/// <summary>Findings, on any engine.</summary>
public abstract class FindingsSuite : ServerTest
{
    private const string Path = "/api/v1/findings";
    private const string Record = """{"source":"log-monitor","severity":"warning","file":"logs/app.log","summary":"Error rate spike"}""";

    [Fact]
    public async Task A_finding_is_read_back_in_the_words_of_all_clients()
    {
        (await Server.PostAsync(
            Path,
            """{"agent":"log-monitor","severity":"warning","file":"logs/app.log","title":"Error rate spike","detail":"Over 5 percent in five minutes"}"""))
            .ShouldBe(201);

        (await Server.GetAsync(Path)).ShouldAnswer(
            """
            {"next_seq":2,"findings":[
              {"seq":1,"ts":"2026-01-01T00:00:00Z","severity":"warning","source":"log-monitor","agent":"log-monitor",
               "file":"logs/app.log","summary":"Error rate spike","title":"Error rate spike","detail":"Over 5 percent in five minutes"}]}
            """);
    }

    [Theory]
    [InlineData(Record, 1)]
    [InlineData("[" + Record + "," + Record + "]", 2)]
    [InlineData("""{"findings":[""" + Record + "," + Record + "]}", 2)]
    [InlineData("""{"records":[""" + Record + "]}", 1)]
    public async Task Each_form_of_a_body_is_taken(string body, int count)
    {
        var reply = (await Server.PostAsync(Path, body)).ShouldBe(201);

        var seqs = string.Join(',', Enumerable.Range(1, count));
        JsonNode.DeepEquals(
            reply.Json,
            JsonNode.Parse($$"""{"ok":true,"accepted":{{count}},"seqs":[{{seqs}}],"seq":{{count}},"next_seq":{{count + 1}}}"""))
            .ShouldBeTrue(reply.Text);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"findings":[]}""")]
    public async Task No_findings_are_accepted_too(string body)
    {
        await PostAsync(1);

        var reply = (await Server.PostAsync(Path, body)).ShouldBe(201);

        JsonNode.DeepEquals(reply.Json, JsonNode.Parse("""{"ok":true,"accepted":0,"seqs":[],"next_seq":2}""")).ShouldBeTrue(reply.Text);
    }

    [Theory]
    [InlineData("""[{"source":"a","severity":"info","summary":"s"},{"source":"a","severity":"fatal","summary":"s"}]""", "[1].severity")]
    [InlineData("""{"findings":[{"source":"a","severity":"Info","summary":"s"}]}""", "findings[0].severity")]
    [InlineData("""{"records":[{"severity":"info","summary":"s"}]}""", "records[0].source")]
    [InlineData("""{"source":"a","severity":"info"}""", "summary")]
    [InlineData("""{"source":"  ","severity":"info","summary":"s"}""", "source")]
    [InlineData("""{"source":"a","severity":"info","summary":7}""", "summary")]
    [InlineData("""{"source":"a","severity":"info","summary":"s","detail":"\u0000"}""", "detail")]
    [InlineData("""["text"]""", "[0]")]
    [InlineData("""{"findings":{}}""", "findings")]
    public async Task One_bad_record_spoils_all(string body, string named)
    {
        (await Server.PostAsync(Path, body)).ShouldBeRefused(400, "bad_request").Detail.ShouldContain($"'{named}'");

        (await Server.GetAsync(Path)).ShouldAnswer("""{"next_seq":1,"findings":[]}""");
    }

    [Fact]
    public async Task Severities_stay_as_they_were_given()
    {
        foreach (var severity in Severities.All)
            (await Server.PostAsync(Path, $$"""{"source":"a","severity":"{{severity}}","summary":"s"}""")).ShouldBe(201);

        (await ReadAsync("")).Findings.Select(static finding => finding["severity"]!.GetValue<string>()).ShouldBe(Severities.All);
    }

    [Fact]
    public async Task Beside_an_agent_the_source_is_a_file()
    {
        await Server.PostAsync(Path, """{"agent":"a","source":"http://x/","severity":"info","title":"t"}""");
        await Server.PostAsync(Path, """{"agent":"a","source":"http://x/","file":"f","severity":"info","title":"t"}""");

        var findings = (await ReadAsync("")).Findings;
        findings.Select(static finding => finding["file"]!.GetValue<string>()).ShouldBe(["http://x/", "f"]);
        findings.ShouldAllBe(static finding => finding["source"]!.GetValue<string>() == "a");
    }

    [Theory]
    [InlineData("\"2025-05-06T07:08:09Z\"", "2025-05-06T07:08:09Z")]
    [InlineData("\"2025-05-06T09:08:09+02:00\"", "2025-05-06T07:08:09Z")]
    [InlineData("\"yesterday\"", "2026-01-01T00:00:00Z")]
    [InlineData("5", "2026-01-01T00:00:00Z")]
    public async Task The_time_is_the_callers_if_it_is_one(string timestamp, string expected)
    {
        (await Server.PostAsync(Path, $$"""{"source":"a","severity":"info","summary":"s","timestamp":{{timestamp}}}""")).ShouldBe(201);

        (await ReadAsync("")).Findings[0]["ts"]!.GetValue<string>().ShouldBe(expected);
    }

    [Fact]
    public async Task A_request_takes_a_thousand_findings_and_no_more()
    {
        (await PostAsync(1000)).Json["accepted"]!.GetValue<int>().ShouldBe(1000);
        (await PostAsync(1001, 413)).ShouldBeRefused(413, "payload_too_large");

        (await ReadAsync("?since=990")).Findings.Count.ShouldBe(11);
    }

    [Fact]
    public async Task A_page_holds_fifty_unless_another_limit_is_given()
    {
        await PostAsync(120);

        var page = await ReadAsync("");
        page.Findings.Count.ShouldBe(50);
        page.Next.ShouldBe(51);
        (await ReadAsync("?limit=1")).Next.ShouldBe(2);
        (await ReadAsync("?limit=5000")).Findings.Count.ShouldBe(120);
    }

    [Theory]
    [InlineData("?since=0", 1, 4)]
    [InlineData("?since=1", 1, 4)]
    [InlineData("?since=3", 3, 4)]
    [InlineData("?since=4", 0, 4)]
    [InlineData("?since=400", 0, 4)]
    public async Task The_cursor_is_the_first_number_not_yet_seen(string query, long first, long next)
    {
        await PostAsync(3);

        var page = await ReadAsync(query);
        page.Next.ShouldBe(next);
        (page.Findings.Count > 0 ? page.Findings[0]["seq"]!.GetValue<long>() : 0).ShouldBe(first);
    }

    [Fact]
    public async Task A_time_is_as_good_as_a_number()
    {
        await PostAsync(1);
        Server.Clock.Advance(TimeSpan.FromHours(1));
        await PostAsync(1);

        (await ReadAsync("?since=2026-01-01T00:30:00Z")).Findings.Single()["seq"]!.GetValue<long>().ShouldBe(2);
        (await ReadAsync("?since=2026-01-01T01:30:00+01:00")).Findings.Single()["seq"]!.GetValue<long>().ShouldBe(2);
    }

    [Theory]
    [InlineData("?since=-1")]
    [InlineData("?since=x")]
    [InlineData("?since=5.5")]
    [InlineData("?since=99999999999999999999")]
    [InlineData("?limit=0")]
    [InlineData("?limit=-1")]
    [InlineData("?limit=ten")]
    public async Task What_is_no_cursor_is_refused(string query) => (await Server.GetAsync(Path + query)).ShouldBeRefused(400, "bad_request");

    [Fact]
    public async Task Under_fifty_posts_at_once_numbers_have_no_gaps_and_a_reader_loses_none()
    {
        Server.LiftRateLimit();
        using var posted = new CancellationTokenSource();
        var reader = FollowAsync(posted.Token);

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var seqs = new List<long[]>();
            for (var round = 0; round < 4; round++)
                seqs.Add([.. (await PostAsync(3)).Json["seqs"]!.AsArray().Select(static seq => seq!.GetValue<long>())]);
            return seqs;
        }));
        await posted.CancelAsync();

        var batches = replies.SelectMany(static seqs => seqs).ToArray();
        batches.ShouldAllBe(static seqs => seqs[1] == seqs[0] + 1 && seqs[2] == seqs[1] + 1);
        batches.SelectMany(static seqs => seqs).Order().ShouldBe(Enumerable.Range(1, 600).Select(static seq => (long)seq));
        (await reader).ShouldBe(Enumerable.Range(1, 600).Select(static seq => (long)seq));
    }

    [Fact]
    public async Task Each_post_leaves_one_audit_record_and_a_refused_one_leaves_none()
    {
        await PostAsync(3);
        await Server.PostAsync(Path, """{"source":"a","severity":"x","summary":"s"}""");
        await Server.Services.GetRequiredService<IFindings>().AddAsync(
            [new NewFinding("researcher", "info", "", "s", null, null)], AkshiServer.Cancellation);

        var records = await Server.AuditAsync("findings_added");
        records.Select(static record => record.ActorId).ShouldBe(["operator", "researcher"]);
        JsonNode.Parse(records[0].EventData)!["count"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task What_an_agent_remembers_is_kept_together_with_what_it_found()
    {
        var findings = Server.Services.GetRequiredService<IFindings>();
        NewFinding[] found = [new("researcher", "info", "", "s", null, null)];

        await Should.ThrowAsync<InvalidOperationException>(async () =>
            await findings.AddAsync(found, static _ => throw new InvalidOperationException("no memory"), AkshiServer.Cancellation));
        (await ReadAsync("")).Findings.ShouldBeEmpty();

        (await findings.AddAsync(
            found,
            static async session => { await session.ExecuteAsync($"UPDATE akshi_findings_head SET seq = seq WHERE id = 1"); },
            AkshiServer.Cancellation)).ShouldBe([1]);
    }

    [Fact]
    public async Task A_body_that_is_neither_an_object_nor_an_array_is_refused()
    {
        (await Server.PostAsync(Path, "7")).ShouldBeRefused(400, "invalid_json");
        (await Server.PostAsync(Path)).ShouldBeRefused(400, "invalid_json");
    }

    private async Task<Reply> PostAsync(int count, int status = 201) =>
        (await Server.PostAsync(Path, $"[{string.Join(',', Enumerable.Repeat(Record, count))}]")).ShouldBe(status);

    private async Task<(IReadOnlyList<JsonNode> Findings, long Next)> ReadAsync(string query)
    {
        var reply = (await Server.GetAsync(Path + query)).ShouldBe(200);
        return ([.. reply.Json["findings"]!.AsArray().Select(static node => node!)], reply.Json["next_seq"]!.GetValue<long>());
    }

    // Reads on while others write, and at the end until nothing more comes.
    private async Task<List<long>> FollowAsync(CancellationToken posted)
    {
        var (seen, next) = (new List<long>(), 0L);
        while (true)
        {
            var isLast = posted.IsCancellationRequested;
            var page = await ReadAsync(string.Create(CultureInfo.InvariantCulture, $"?since={next}&limit=1000"));
            seen.AddRange(page.Findings.Select(static finding => finding["seq"]!.GetValue<long>()));
            next = page.Next;
            if (isLast)
                return seen;
        }
    }
}
