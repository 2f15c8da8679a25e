using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Akshi.Logs;
using Trellis.Server.Akshi.Tests.Support;

namespace Trellis.Server.Akshi.Tests.Logs;

public sealed class LogsTests : ServerTest
{
    private RuntimeLog Log => Server.Services.GetRequiredService<RuntimeLog>();

    [Fact]
    public async Task A_line_looks_as_documented()
    {
        Log.Write(LogSeverity.Info, "log-monitor", "cycle done");
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        Log.Write(LogSeverity.Warn, null, "many errors");

        (await Server.GetAsync("/api/v1/logs")).ShouldAnswer(
            """
            {"next_seq":3,"logs":[
              {"seq":1,"ts":"2026-01-01T00:00:00Z","level":"info","agent":"log-monitor","message":"cycle done"},
              {"seq":2,"ts":"2026-01-01T00:00:01Z","level":"warn","agent":null,"message":"many errors"}]}
            """);
    }

    [Theory]
    [InlineData("", 1, 100, 101)]
    [InlineData("?since=0", 1, 100, 101)]
    [InlineData("?since=148", 148, 150, 151)]
    [InlineData("?since=150", 150, 150, 151)]
    [InlineData("?since=151", 0, 0, 151)]
    [InlineData("?since=9999", 0, 0, 151)]
    [InlineData("?since=10&limit=2", 10, 11, 12)]
    [InlineData("?limit=5000", 1, 150, 151)]
    [InlineData("?since=2026-01-01T00:02:00Z", 121, 150, 151)]
    [InlineData("?since=2030-01-01", 0, 0, 151)]
    public async Task A_page_begins_at_the_cursor_and_says_where_the_next_begins(string query, long first, long last, long next)
    {
        for (var line = 1; line <= 150; line++)
        {
            Log.Write(LogSeverity.Info, "a", $"line {line}");
            Server.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var page = (await Server.GetAsync("/api/v1/logs" + query)).ShouldBe(200).Json;

        page["next_seq"]!.GetValue<long>().ShouldBe(next);
        var seqs = page["logs"]!.AsArray().Select(static entry => entry!["seq"]!.GetValue<long>()).ToArray();
        (seqs.FirstOrDefault(), seqs.LastOrDefault()).ShouldBe((first, last));
    }

    [Fact]
    public async Task A_reader_loses_and_repeats_no_line_while_many_write()
    {
        const int Writers = 8;
        const int Lines = 300;
        Server.LiftRateLimit();
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(() =>
        {
            for (var line = 0; line < Lines; line++)
                Log.Write(LogSeverity.Info, $"w{writer}", $"line {line}");
        })).ToArray();

        var (read, since) = (new List<string>(), 1L);
        while (read.Count < Writers * Lines)
        {
            var page = (await Server.GetAsync($"/api/v1/logs?since={since}&limit=7")).ShouldBe(200).Json;
            foreach (var entry in page["logs"]!.AsArray())
            {
                entry!["seq"]!.GetValue<long>().ShouldBe(read.Count + 1);
                read.Add($"{entry["agent"]} {entry["message"]}");
            }

            since = page["next_seq"]!.GetValue<long>();
        }

        await Task.WhenAll(writing);
        read.Distinct().Count().ShouldBe(Writers * Lines);
    }

    [Theory]
    [InlineData("?since=-1")]
    [InlineData("?since=x")]
    [InlineData("?limit=0")]
    [InlineData("?limit=-1")]
    [InlineData("?limit=x")]
    public async Task A_cursor_that_is_none_is_refused(string query) =>
        (await Server.GetAsync("/api/v1/logs" + query)).ShouldBeRefused(400, "bad_request");

    [Fact]
    public async Task The_ring_forgets_the_oldest()
    {
        for (var line = 1; line <= RuntimeLog.Capacity + 5; line++)
            Log.Write(LogSeverity.Info, null, "x");

        var page = (await Server.GetAsync("/api/v1/logs?since=1&limit=1")).Json;
        page["logs"]![0]!["seq"]!.GetValue<long>().ShouldBe(6);
        page["next_seq"]!.GetValue<long>().ShouldBe(7);
    }

    [Fact]
    public async Task Lines_below_the_level_are_not_kept_and_long_ones_are_cut()
    {
        Log.Write(LogSeverity.Debug, null, "too small");
        Log.Write(LogSeverity.Error, null, new string('é', 5000));
        Log.Write(LogSeverity.Error, null, "key sk-abcdefghijklmnopqrstuvwxyz and a half \ud83d");

        var logs = (await Server.GetAsync("/api/v1/logs")).Json["logs"]!.AsArray();
        logs.Count.ShouldBe(2);
        logs[0]!["message"]!.GetValue<string>().Length.ShouldBe(4096);
        logs[1]!["message"]!.GetValue<string>().ShouldBe("key ***redacted*** and a half \ufffd");
    }

    [Fact]
    public async Task The_log_needs_the_token() =>
        (await Server.SendAsync("GET", "/api/v1/logs", null, static _ => { })).ShouldBeRefused(401, "unauthorized");
}
