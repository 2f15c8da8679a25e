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
