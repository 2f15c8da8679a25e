using System.Text;
using Trellis.Server.Kernel.Events;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Events;

public sealed class EventStreamTests
{
    private readonly EventStream _stream = new(new ManualTimeProvider());

    [Fact]
    public void A_frame_has_id_name_and_data() =>
        Encoding.UTF8.GetString(EventText.Event(41, "tøken", """{"a":1}"""u8)).ShouldBe("id: 41\nevent: tøken\ndata: {\"a\":1}\n\n");

    [Fact]
    public void An_event_that_is_not_to_be_continued_after_has_no_id() =>
        Encoding.UTF8.GetString(EventText.Event(null, "keepalive", "{}"u8)).ShouldBe("event: keepalive\ndata: {}\n\n");

    [Fact]
    public void A_comment_and_a_retry_are_frames_of_their_own()
    {
        Encoding.UTF8.GetString(EventText.Comment("keepalive")).ShouldBe(": keepalive\n\n");
        Encoding.UTF8.GetString(EventText.Retry(TimeSpan.FromSeconds(3))).ShouldBe("retry: 3000\n\n");
    }

    [Fact]
    public void Numbers_rise_by_one_and_a_later_stream_begins_behind()
    {
        var first = _stream.Publish("e", "1"u8);
        _stream.Publish("e", "2"u8).ShouldBe(first + 1);

        var clock = new ManualTimeProvider();
        clock.Advance(TimeSpan.FromSeconds(1));
        new EventStream(clock).Publish("e", "1"u8).ShouldBeGreaterThan(first + EventStream.ReplayLimit);
    }

    [Fact]
    public void An_event_is_written_once_for_all_readers()
    {
        using var one = _stream.Subscribe();
        using var other = _stream.Subscribe();

        _stream.Publish("e", "1"u8);

        one.Queue.TryRead(out var first).ShouldBeTrue();
        other.Queue.TryRead(out var second).ShouldBeTrue();
        first.Equals(second).ShouldBeTrue();
    }

    [Fact]
    public void A_reader_of_a_topic_gets_and_misses_its_events_alone()
    {
        var before = _stream.Publish("e", "0"u8);
        _stream.Publish("e", "1"u8, "a");
        _stream.Publish("e", "2"u8, "b");
        using var reader = _stream.Subscribe(before, "a");

        _stream.Publish("e", "3"u8, "b");
        _stream.Publish("e", "4"u8);
        _stream.Publish("e", "5"u8, "a");

        reader.Missed.Single().Id.ShouldBe(before + 1);
        reader.Queue.TryRead(out var bytes).ShouldBeTrue();
        Encoding.UTF8.GetString(bytes.Span).ShouldContain("data: 5\n");
        reader.Queue.TryRead(out _).ShouldBeFalse();
    }

    [Fact]
    public void A_reader_that_lags_behind_is_cut_and_the_others_are_not()
    {
        using var slow = _stream.Subscribe();
        using var quick = _stream.Subscribe();
        for (var number = 0; number <= EventStream.QueueLimit; number++)
        {
            _stream.Publish("e", "1"u8);
            quick.Queue.TryRead(out _).ShouldBeTrue();
        }

        slow.Queue.Count.ShouldBe(EventStream.QueueLimit);
        slow.Cut.WaitHandle.WaitOne(TimeSpan.FromSeconds(30)).ShouldBeTrue();
        quick.Cut.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public void Keep_alives_cut_nobody_off()
    {
        using var slow = _stream.Subscribe();
        for (var number = 0; number < 2 * EventStream.QueueLimit; number++)
            slow.OfferKeepAlive(new byte[1]);

        slow.Cut.IsCancellationRequested.ShouldBeFalse();
    }

    [Fact]
    public void Who_is_gone_is_forgotten()
    {
        var reader = _stream.Subscribe();
        _stream.ReaderCount.ShouldBe(1);

        reader.Dispose();
        reader.Dispose();

        _stream.ReaderCount.ShouldBe(0);
        _stream.Publish("e", "1"u8);
    }

    [Fact]
    public async Task Many_who_publish_at_once_are_heard_in_the_order_of_their_numbers()
    {
        using var reader = _stream.Subscribe();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var number = 0; number < 30; number++)
                _stream.Publish("e", "1"u8);
        })));

        var ids = new List<long>();
        while (reader.Queue.TryRead(out var bytes))
            ids.Add(long.Parse(Encoding.UTF8.GetString(bytes.Span).Split('\n')[0][4..], System.Globalization.CultureInfo.InvariantCulture));
        ids.ShouldBe(Enumerable.Range(1, 240).Select(number => reader.Position + number));
    }
}
