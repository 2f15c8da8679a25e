using System.Text;

namespace Trellis.Tests.Streaming;

public sealed class SseParserTests
{
    [Fact]
    public void An_event_has_a_type_data_and_the_id_that_the_last_one_had() => Parse("event: tick\ndata: 1\nid: a\n\ndata: 2\n\n")
        .ShouldBe([new("tick", "1", "a"), new("message", "2", "a")]);

    [Theory]
    [InlineData("data: a\ndata: b\n\n")]
    [InlineData("data: a\r\ndata: b\r\n\r\n")]
    [InlineData("data: a\rdata: b\r\r")]
    [InlineData("data:a\r\ndata:b\n\r\n")]
    public void Lines_end_in_any_of_the_three_ways(string text) => Parse(text).ShouldBe([new("message", "a\nb", "")]);

    [Fact]
    public void Only_the_first_blank_behind_a_colon_is_no_part_of_the_value() => Parse("data:  two\n\n").Single().Data.ShouldBe(" two");

    [Fact]
    public void Comments_and_fields_that_nobody_knows_are_passed_over() => Parse(": hello\nretry: 5\nother\ndata: x\n\n").Single().Data.ShouldBe("x");

    [Fact]
    public void A_field_without_a_colon_has_an_empty_value() => Parse("data\n\n").Single().Data.ShouldBe("");

    [Fact]
    public void An_event_without_data_is_none_and_its_type_is_forgotten() => Parse("event: lost\n\ndata: x\n\n").ShouldBe([new("message", "x", "")]);

    [Fact]
    public void An_id_with_a_null_in_it_is_none() => Parse("id: a\nid: b\0\ndata: x\n\n").Single().Id.ShouldBe("a");

    [Fact]
    public void A_byte_order_mark_at_the_beginning_is_passed_over() => Parse("\uFEFFdata: x\n\n").Single().Data.ShouldBe("x");

    [Fact]
    public void What_the_end_cuts_short_is_given_all_the_same() => Parse("data: x").ShouldBe([new("message", "x", "")]);

    [Theory]
    [InlineData("data: x")]
    [InlineData("data: x\n")]
    [InlineData("id: 2\ndata: x\r")]
    public void What_the_end_cuts_short_is_dropped_where_the_stream_is_resumed(string text)
    {
        var parser = new SseParser(100, keepsUnfinished: false);
        parser.Feed(Encoding.UTF8.GetBytes($"id: 1\ndata: whole\n\n{text}"), isEnd: false);
        parser.Feed([], isEnd: true);
        var events = new List<SseEvent>();
        Drain(parser, events);
        events.ShouldBe([new("message", "whole", "1")]);
    }

    [Fact]
    public void A_stream_that_continues_another_has_its_last_id()
    {
        var parser = new SseParser(100, lastId: "7");
        parser.Feed("data: a\n\nid: 8\ndata: b\n\nid\ndata: c\n\n"u8, isEnd: false);
        var events = new List<SseEvent>();
        Drain(parser, events);
        events.Select(static item => item.Id).ShouldBe(["7", "8", ""]);
    }

    [Theory]
    [InlineData("retry: 3000\n", 3000.0)]
    [InlineData("retry:0\n", 0.0)]
    [InlineData("retry: soon\n", null)]
    [InlineData("retry: -1\n", null)]
    [InlineData("retry\n", null)]
    [InlineData("retry: 5\nretry: x\n", 5.0)]
    public void The_wait_that_a_server_asks_for_is_a_whole_number_of_milliseconds(string text, double? expected)
    {
        var parser = new SseParser(100);
        parser.Feed(Encoding.UTF8.GetBytes(text), isEnd: false);
        parser.Retry?.TotalMilliseconds.ShouldBe(expected!.Value);
        parser.Retry.HasValue.ShouldBe(expected is not null);
    }

    [Fact]
    public void Nothing_is_nothing() => Parse("").ShouldBeEmpty();

    [Fact]
    public void A_line_or_an_event_that_is_too_long_is_refused()
    {
        Should.Throw<InvalidDataException>(() => Parse($"data: {new string('x', 100)}\n\n", limit: 50));
        Should.Throw<InvalidDataException>(() => Parse(string.Concat(Enumerable.Repeat("data: xxxxxxxxxx\n", 10)), limit: 50));
    }

    internal static List<SseEvent> Parse(string text, int limit = 10_000, int pieceSize = int.MaxValue)
    {
        var parser = new SseParser(limit);
        var events = new List<SseEvent>();
        foreach (var piece in Encoding.UTF8.GetBytes(text).Chunk(pieceSize))
        {
            parser.Feed(piece, isEnd: false);
            Drain(parser, events);
        }

        parser.Feed([], isEnd: true);
        Drain(parser, events);
        return events;
    }

    private static void Drain(SseParser parser, List<SseEvent> events)
    {
        while (parser.TryTake(out var next))
        {
            events.Add(next);
        }
    }
}
