using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Kernel.Models;

namespace Trellis.Server.Kernel.Tests.Models;

public sealed class StreamSplitTests
{
    private static readonly string Report = Sse.Report(5, 7);

    private static readonly string[] Events =
    [
        ": ping\n\n",
        Sse.Delta("Grüße, 😀"),
        "event: note\ndata: {\"choices\":\ndata: []}\n\n",
        Sse.Delta(@"line\nbreak \""quoted\"""),
        "\n",
        "data:\n\n",
        "data: not JSON\n\n",
        Report,
    ];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Every_cut_into_two_reads_passes_the_same_bytes(string lineEnd)
    {
        var (input, expected, final) = Script(lineEnd);
        for (var cut = 0; cut <= input.Length; cut++)
        {
            await RelayAsync([input[..cut], input[cut..]], expected, final);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Byte_by_byte_passes_the_same_bytes(string lineEnd)
    {
        var (input, expected, final) = Script(lineEnd);

        await RelayAsync(input.Select(static value => new[] { value }), expected, final);
    }

    [Fact]
    public void Any_order_of_events_in_any_cut_passes_every_byte_but_the_reports()
    {
        var picks = Gen.Elements(Events).ListOf();
        var lineEnds = Gen.Elements("\n", "\r\n", "\r");
        var sizes = Gen.Choose(1, 40).NonEmptyListOf();
        var scripts = Arb.From(from events in picks from lineEnd in lineEnds from pieces in sizes select (events, lineEnd, pieces));

        Prop.ForAll(scripts, script =>
        {
            var input = Bytes(string.Concat(script.events) + Sse.Done, script.lineEnd);
            var expected = Bytes(string.Concat(script.events.Where(static text => text != Report)), script.lineEnd);
            RelayAsync(Cut(input, script.pieces), expected, Bytes(Sse.Done, script.lineEnd)).GetAwaiter().GetResult();
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_stream_cut_anywhere_passes_whole_events_and_ends_in_an_error()
    {
        string[] events = [Sse.Delta("one"), Sse.Delta("two"), Sse.Delta("drei ü")];
        var input = Encoding.UTF8.GetBytes(string.Concat(events) + Sse.Done);
        var ends = events.Select((_, index) => Encoding.UTF8.GetByteCount(string.Concat(events.Take(index + 1)))).ToArray();

        for (var cut = 0; cut < input.Length - Sse.Done.Length; cut++)
        {
            var whole = ends.Count(end => end <= cut);
            await using var stream = Open([input[..cut]], breaks: cut % 2 == 0);

            (await Chat.ReadAllAsync(stream)).ShouldBe(string.Concat(events.Take(whole)));

            stream.Failure!.Error.Code.ShouldBe("upstream_cut_short");
            stream.Usage.ShouldBe(new TokenUsage(stream.Usage.PromptTokens, whole, IsEstimated: true));
            Chat.Text(stream.FinalEvent).ShouldStartWith("data: {\"error\":");
        }
    }

    [Theory]
    [InlineData("data: [DONE]")]
    [InlineData("data: [DONE]\n")]
    [InlineData("data:[DONE]\r\n\r\n")]
    [InlineData("data: [DONE]\r\r")]
    [InlineData("event: end\ndata: [DONE]\n\n")]
    public async Task A_terminator_is_known_in_every_form_and_passed_as_it_came(string terminator)
    {
        await using var stream = Open([Encoding.UTF8.GetBytes(Sse.Delta("x") + terminator)]);

        (await Chat.ReadAllAsync(stream)).ShouldBe(Sse.Delta("x"));

        stream.Failure.ShouldBeNull();
        Chat.Text(stream.FinalEvent).ShouldBe(terminator);
    }

    [Fact]
    public async Task A_byte_order_mark_before_the_first_event_is_passed_and_understood()
    {
        await using var stream = Open([Encoding.UTF8.GetBytes("\uFEFF" + Sse.Report(1, 2) + Sse.Done)]);

        (await Chat.ReadAllAsync(stream)).ShouldBeEmpty();

        stream.Usage.ShouldBe(new TokenUsage(1, 2));
    }

    private static (byte[] Input, byte[] Expected, byte[] Final) Script(string lineEnd) => (
        Bytes(string.Concat(Events) + Sse.Done, lineEnd),
        Bytes(string.Concat(Events.Where(static text => text != Report)), lineEnd),
        Bytes(Sse.Done, lineEnd));

    private static byte[] Bytes(string text, string lineEnd) =>
        Encoding.UTF8.GetBytes(text.Replace("\n", lineEnd, StringComparison.Ordinal));

    private static IEnumerable<byte[]> Cut(byte[] input, IEnumerable<int> sizes)
    {
        var repeated = Enumerable.Repeat(sizes, input.Length).SelectMany(static size => size);
        var start = 0;
        foreach (var size in repeated.TakeWhile(_ => start < input.Length))
        {
            yield return input[start..Math.Min(start + size, input.Length)];
            start += size;
        }
    }

    private static async Task RelayAsync(IEnumerable<byte[]> pieces, byte[] expected, byte[] final)
    {
        await using var stream = Open(pieces);
        var output = new MemoryStream();
        await foreach (var piece in stream.ReadAsync())
        {
            output.Write(piece.Span);
        }

        Encoding.UTF8.GetString(output.ToArray()).ShouldBe(Encoding.UTF8.GetString(expected));
        Encoding.UTF8.GetString(stream.FinalEvent.Span).ShouldBe(Encoding.UTF8.GetString(final));
        stream.Failure.ShouldBeNull();
    }

    private static UpstreamChatStream Open(IEnumerable<byte[]> pieces, bool breaks = false)
    {
        var options = new UpstreamOptions("up", new Uri("http://127.0.0.1:1/"), ApiKey: null, AsksForUsage: true, Models: []);
        var request = Chat.Parse(Chat.Streamed);
        var upstream = new Upstream(options, new UpstreamLimits(), TimeProvider.System);
        var call = new UpstreamCall(upstream, isStreamed: true, TimeProvider.System, CancellationToken.None);
        return new UpstreamChatStream(call, new ScriptedStream(pieces, breaks), new UsageMeter(request), withholdUsage: true);
    }
}
