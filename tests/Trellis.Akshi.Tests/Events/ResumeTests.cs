using System.Text;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Events;

/// <summary>Contract sections 3.1 and 3.5: a stream that breaks anywhere goes on where it broke.</summary>
public sealed class ResumeTests
{
    private const string Expected = "1 STATE_SNAPSHOT, 2 TEXT_MESSAGE_CONTENT, 3 RUN_FINISHED, 4 message";

    private static readonly string[] Frames =
    [
        "id: 1\nevent: STATE_SNAPSHOT\ndata: {\"type\":\"STATE_SNAPSHOT\",\"agents\":[]}\n\n",
        "id: 2\r\nevent: TEXT_MESSAGE_CONTENT\r\ndata: {\"messageId\":\"m\",\r\ndata: \"delta\":\"grüße 😀\"}\r\n\r\n",
        ": keepalive\n\nid: 3\revent: RUN_FINISHED\rdata: {\"outcome\":\"ok\"}\r\r",
        "id:4\ndata:{}\n: keepalive\n\n",
    ];

    [Fact]
    public async Task A_stream_that_is_cut_at_any_byte_gives_every_event_once_and_in_order()
    {
        var length = Encoding.UTF8.GetByteCount(string.Concat(Frames));
        for (var position = 0; position <= length + 30; position++)
        {
            var server = new EventServer(Frames, connection => connection == 0 ? position : null);
            string.Join(", ", await ReadAsync(server, 4)).ShouldBe(Expected, $"cut at {position}");
        }
    }

    [Fact]
    public async Task A_stream_that_is_cut_again_and_again_gives_every_event_once_and_in_order()
    {
        for (var step = 1; step <= 7; step++)
        {
            // The n-th connection is cut after n times as many bytes, so that the cuts go through all frames.
            var server = new EventServer(Frames, connection => (connection * step) + 1);
            string.Join(", ", await ReadAsync(server, 4)).ShouldBe(Expected, $"step {step}");
            server.LastIds.Count.ShouldBeGreaterThan(4);
        }
    }

    [Fact]
    public void A_stream_that_is_cut_at_any_byte_is_resumed_by_the_blocking_form_too()
    {
        var length = Encoding.UTF8.GetByteCount(string.Concat(Frames));
        for (var position = 0; position <= length; position++)
        {
            var server = new EventServer(Frames, connection => connection == 0 ? position : null);
            using var akshi = new AkshiFixture(null, new StubTransport(server.Answer));
            using var cancel = new CancellationTokenSource();
            var seen = new List<string>();
            Should.Throw<OperationCanceledException>(() => akshi.Client.EventsSse(
                data =>
                {
                    seen.Add(data);
                    if (seen.Count == 4)
                    {
                        cancel.Cancel();
                    }
                },
                new EventStreamOptions(),
                cancel.Token));
            seen.Count.ShouldBe(4, $"cut at {position}");
            seen[1].ShouldBe("{\"messageId\":\"m\",\n\"delta\":\"grüße 😀\"}");
        }
    }

    [Fact]
    public async Task It_tells_the_server_what_it_received_last()
    {
        using var akshi = new AkshiFixture(StubAnswer.Text("id: 3\ndata: {}\n\nid: 4\ndata: {}\n\nid: 5\ndata: {}", "text/event-stream"), StubAnswer.Json(404, "{}"));
        await Should.ThrowAsync<AkshiNotFoundException>(() => TakeAsync(akshi, 99, new() { LastEventId = "2" }));
        akshi.Transport.Requests.Select(request => request.Header("Last-Event-ID")).ShouldBe(["2", "4"]);
    }

    [Fact]
    public async Task It_waits_as_long_as_the_server_wants_and_longer_while_nothing_comes()
    {
        var stream = StubAnswer.Text("retry: 500\n\nid: 1\ndata: {}\n\n", "text/event-stream");
        var nothing = StubAnswer.Text("", "text/event-stream");
        using var akshi = new AkshiFixture(stream, nothing, StubAnswer.ConnectFailure(), StubAnswer.Json(503, "{}"), nothing, nothing, nothing, nothing, nothing, stream);
        (await TakeAsync(akshi, 2)).Count.ShouldBe(2);
        akshi.Clock.Delays.Select(delay => delay.TotalMilliseconds / 1.15).ShouldBe([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000], 0.001);
    }

    [Fact]
    public async Task A_server_that_wants_to_be_left_alone_for_weeks_is_asked_again_after_an_hour()
    {
        var stream = StubAnswer.Text("retry: 4294967295\ndata: {}\n\n", "text/event-stream");
        using var akshi = new AkshiFixture(options => options.Randomness = () => 0, stream, stream);
        (await TakeAsync(akshi, 2)).Count.ShouldBe(2);
        akshi.Clock.Delays.ShouldBe([TimeSpan.FromHours(1)]);
    }

    [Fact]
    public async Task An_event_makes_the_wait_short_again()
    {
        var stream = StubAnswer.Text("data: {}\n\n", "text/event-stream");
        var nothing = StubAnswer.Text("", "text/event-stream");
        using var akshi = new AkshiFixture(options => options.Randomness = () => 0, stream, nothing, stream, stream);
        await TakeAsync(akshi, 3, new() { ReconnectDelay = TimeSpan.FromSeconds(2) });
        akshi.Clock.Delays.Select(delay => delay.TotalSeconds).ShouldBe([2, 4, 2]);
    }

    [Fact]
    public async Task A_refusal_that_says_when_to_come_again_is_heeded()
    {
        var stream = StubAnswer.Text("data: {}\n\n", "text/event-stream");
        using var akshi = new AkshiFixture(
            stream, StubAnswer.Json(429, "{}").WithHeader("Retry-After", "20"), StubAnswer.Json(429, "{}").WithHeader("Retry-After", "3600"), stream);
        await TakeAsync(akshi, 2);
        akshi.Clock.Delays.Skip(1).Select(delay => delay.TotalSeconds).ShouldBe([20, 60]);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public async Task A_refusal_that_waiting_does_not_help_against_ends_the_stream(int status)
    {
        using var akshi = new AkshiFixture(StubAnswer.Text("data: {}\n\n", "text/event-stream"), StubAnswer.Json(status, "{}"));
        (await Should.ThrowAsync<AkshiApiException>(() => TakeAsync(akshi, 2))).StatusCode.ShouldBe(status);
        akshi.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Another_page_in_place_of_the_stream_ends_it()
    {
        using var akshi = new AkshiFixture(StubAnswer.Text("data: {}\n\n", "text/event-stream"), StubAnswer.Text("<html>", "text/html"));
        await Should.ThrowAsync<AkshiProtocolException>(() => TakeAsync(akshi, 2));
    }

    [Fact]
    public async Task A_first_connection_that_fails_is_thrown_like_any_call()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(503, "{}"), StubAnswer.ConnectFailure(), StubAnswer.Text("<html>", "text/html"));
        await Should.ThrowAsync<AkshiServerException>(() => TakeAsync(akshi, 1));
        await Should.ThrowAsync<AkshiConnectionException>(() => TakeAsync(akshi, 1));
        await Should.ThrowAsync<AkshiProtocolException>(() => TakeAsync(akshi, 1));
        akshi.Transport.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_server_that_stays_away_is_given_up_after_so_many_attempts()
    {
        using var transport = new StubTransport(_ => StubAnswer.ConnectFailure());
        transport.Enqueue(StubAnswer.Text("data: {}\n\n", "text/event-stream"));
        using var akshi = new AkshiFixture(null, transport);
        await Should.ThrowAsync<AkshiConnectionException>(() => TakeAsync(akshi, 2, new() { MaxReconnects = 3 }));
        transport.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Without_resuming_an_end_is_the_end_and_a_cut_is_an_error()
    {
        var body = StubAnswer.Text("data: {}\n\ndata: {}\n\n", "text/event-stream");
        using var akshi = new AkshiFixture(body, body.CutAfter(15));
        (await TakeAsync(akshi, 99, new() { Resume = false })).Count.ShouldBe(2);
        await Should.ThrowAsync<AkshiTransportException>(() => TakeAsync(akshi, 99, new() { Resume = false }));
        akshi.Transport.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public void What_cannot_be_is_refused_at_once()
    {
        Should.Throw<ArgumentException>(() => new EventStreamOptions { LastEventId = "1\r\nX: y" });
        Should.Throw<ArgumentOutOfRangeException>(() => new EventStreamOptions { MaxReconnects = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new EventStreamOptions { ReconnectDelay = TimeSpan.FromSeconds(-1) });
    }

    private static async Task<List<string>> ReadAsync(EventServer server, int count)
    {
        using var akshi = new AkshiFixture(null, new StubTransport(server.Answer));
        return [.. (await TakeAsync(akshi, count)).Select(item => $"{item.Id} {item.Name}")];
    }

    private static async Task<List<AguiEvent>> TakeAsync(AkshiFixture akshi, int count, EventStreamOptions? options = null)
    {
        var seen = new List<AguiEvent>();
        await foreach (var item in akshi.Client.Events.StreamAguiAsync(options))
        {
            seen.Add(item);
            if (seen.Count == count)
            {
                break;
            }
        }

        return seen;
    }
}
