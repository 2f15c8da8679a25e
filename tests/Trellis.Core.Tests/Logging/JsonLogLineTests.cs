using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Trellis.Tests.Logging;

public sealed class JsonLogLineTests : IDisposable
{
    private readonly LogCapture _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_line_holds_its_members_in_order()
    {
        using var id = Correlation.Bind("c-1");
        _log.Logger.LogInformation(new InvalidOperationException("broken"), "{method} took {latency_ms}", "POST", 12.34);
        _log.Line.EnumerateObject().Select(member => member.Name)
            .ShouldBe(["timestamp", "level", "logger", "message", "correlation_id", "method", "latency_ms", "exception"]);
        _log.Field("message").ShouldBe("POST took 12.34");
        _log.Field("logger").ShouldBe("askii.transport");
        _log.Field("correlation_id").ShouldBe("c-1");
        _log.Line.GetProperty("latency_ms").GetDouble().ShouldBe(12.34);
        _log.Field("exception").ShouldBe("System.InvalidOperationException: broken");
    }

    [Fact]
    public void Without_a_correlation_id_and_an_exception_neither_member_is_there()
    {
        _log.Logger.LogInformation("plain");
        _log.Text.ShouldBe("""{"timestamp":"2026-05-01T12:00:00+00:00","level":"INFO","logger":"askii.transport","message":"plain"}""" + "\n");
    }

    [Theory]
    [InlineData(0, "2026-05-01T12:00:00+00:00")]
    [InlineData(9, "2026-05-01T12:00:00+00:00")]
    [InlineData(10, "2026-05-01T12:00:00.000001+00:00")]
    [InlineData(5_000_000, "2026-05-01T12:00:00.500000+00:00")]
    public void The_time_has_microseconds_unless_they_are_zero(long ticks, string expected)
    {
        _log.Clock.Advance(TimeSpan.FromTicks(ticks));
        _log.Logger.LogInformation("x");
        _log.Field("timestamp").ShouldBe(expected);
    }

    [Theory]
    [InlineData(LogLevel.Trace, "DEBUG")]
    [InlineData(LogLevel.Debug, "DEBUG")]
    [InlineData(LogLevel.Information, "INFO")]
    [InlineData(LogLevel.Warning, "WARNING")]
    [InlineData(LogLevel.Error, "ERROR")]
    [InlineData(LogLevel.Critical, "CRITICAL")]
    public void Levels_have_the_names_of_python(LogLevel level, string name)
    {
        _log.Logger.Log(level, "x");
        _log.Field("level").ShouldBe(name);
    }

    [Fact]
    public void Other_scripts_stand_as_they_are()
    {
        _log.Logger.LogInformation("clé 😀");
        _log.Text.ShouldContain("clé 😀");
    }

    [Fact]
    public void A_message_of_several_lines_stays_one_line()
    {
        _log.Logger.LogInformation("a\nb\r\nc");
        _log.Field("message").ShouldBe("a\nb\r\nc");
    }

    [Theory]
    [InlineData("_hidden")]
    [InlineData("timestamp")]
    [InlineData("level")]
    [InlineData("logger")]
    [InlineData("message")]
    [InlineData("correlation_id")]
    [InlineData("exception")]
    public void A_field_with_the_name_of_a_member_is_left_out(string name)
    {
        _log.Logger.LogInformation("{" + name + "}", "forged");
        _log.Line.EnumerateObject().Count().ShouldBe(4);
        _log.Field("logger").ShouldBe("askii.transport");
    }

    [Fact]
    public void Values_that_are_not_json_become_text()
    {
        _log.Logger.LogInformation("{at} {where} {nothing}", _log.Clock.GetUtcNow(), new Uri("https://h/"), null);
        _log.Field("at").ShouldBe("2026-05-01T12:00:00.0000000+00:00");
        _log.Field("where").ShouldBe("https://h/");
        _log.Line.GetProperty("nothing").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Scopes_become_fields_and_the_inner_one_wins()
    {
        using var outer = _log.Logger.BeginScope(new Dictionary<string, object?> { ["tenant"] = "outer", ["method"] = "scope" });
        using var inner = _log.Logger.BeginScope("in {tenant}", "inner");
        _log.Logger.LogInformation("{method}", "POST");
        _log.Field("tenant").ShouldBe("inner");
        _log.Field("method").ShouldBe("POST");
    }

    [Fact]
    public void Adding_twice_leaves_one_provider()
    {
        using var log = new LogCapture(times: 2);
        log.Logger.LogInformation("x");
        log.Lines.Length.ShouldBe(1);
    }

    [Fact]
    public void Lines_of_many_threads_stay_whole()
    {
        Parallel.For(0, 500, i => _log.Logger.LogInformation("{number}", i));
        _log.Lines.Length.ShouldBe(500);
        foreach (var line in _log.Lines) JsonDocument.Parse(line).Dispose();
    }
}
