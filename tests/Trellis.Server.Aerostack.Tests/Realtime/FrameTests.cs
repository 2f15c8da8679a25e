using System.Net.WebSockets;
using FsCheck;
using FsCheck.Fluent;

namespace Trellis.Server.Aerostack.Tests.Realtime;

/// <summary>Whatever a client sends, it is told what is wrong and the server goes on.</summary>
public sealed class FrameTests : RealtimeTest
{
    [Fact]
    public async Task A_ping_is_answered() => await (await ConnectAsync()).ShouldGetNothingAsync();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("""{"type":"ping","type":"ping"}""")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":"dance"}""")]
    [InlineData("""{"type":"subscribe"}""")]
    [InlineData("""{"type":"subscribe","topic":""}""")]
    [InlineData("""{"type":"subscribe","topic":"a\u0007b"}""")]
    [InlineData("""{"type":"subscribe","topic":"a\u0000b"}""")]
    [InlineData("""{"type":"subscribe","topic":"\ud800"}""")]
    [InlineData("""{"type":"subscribe","topic":"a","filter":"x"}""")]
    [InlineData("""{"type":"subscribe","topic":"a","filter":{"\ud800":1}}""")]
    [InlineData("""{"type":"publish","topic":"a","event":"e","data":["\udc00"]}""")]
    [InlineData("""{"type":"unsubscribe"}""")]
    [InlineData("""{"type":"publish","topic":"a"}""")]
    [InlineData("""{"type":"publish","topic":"a","event":"e","persist":"yes"}""")]
    [InlineData("""{"type":"track","topic":"a"}""")]
    [InlineData("""{"type":"track","topic":"a","state":[]}""")]
    [InlineData("""{"type":"untrack"}""")]
    [InlineData("""{"type":"chat","roomId":"r"}""")]
    [InlineData("""{"type":"chat","roomId":"r","text":"t","metadata":1}""")]
    [InlineData("""{"type":"auth"}""")]
    public async Task A_frame_that_is_wrong_is_refused_and_the_connection_goes_on(string frame)
    {
        var socket = await ConnectAsync();

        await socket.SendAsync(frame);

        await socket.ShouldBeRefusedAsync("VALIDATION_ERROR");
        await socket.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task A_refusal_names_the_frame_and_has_no_topic()
    {
        var socket = await ConnectAsync();

        await socket.SendAsync("""{"type":"publish","topic":"a","data":1,"id":"x1"}""");

        var refusal = await socket.ShouldBeRefusedAsync("VALIDATION_ERROR");
        refusal["id"]!.GetValue<string>().ShouldBe("x1");
        refusal["details"]!["fieldErrors"]!.AsObject().ContainsKey("event").ShouldBeTrue();
        refusal.ContainsKey("topic").ShouldBeFalse();
    }

    [Fact]
    public async Task Any_text_is_answered()
    {
        var socket = await ConnectAsync();
        foreach (var text in ArbMap.Default.GeneratorFor<NonNull<string>>().Sample(100, 30))
        {
            await socket.SendAsync(text.Get);
            await socket.ShouldBeRefusedAsync("VALIDATION_ERROR");
        }
    }

    [Fact]
    public async Task Bytes_end_the_connection()
    {
        var socket = await ConnectAsync();

        await socket.SendAsync([1, 2, 3], WebSocketMessageType.Binary);

        await socket.ShouldBeClosedAsync(WebSocketCloseStatus.InvalidMessageType);
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_ends_the_connection_and_nobody_elses()
    {
        var other = await ConnectAsync();
        var socket = await ConnectAsync();

        await socket.SendAsync([0x7b, 0xff, 0x7d], WebSocketMessageType.Text);

        // The framework's WebSocket hangs up by itself then, and waits for no answer.
        (await socket.NextAsync()).ShouldBeNull();
        socket.CloseStatus.ShouldBe(WebSocketCloseStatus.InvalidPayloadData);
        await other.ShouldGetNothingAsync();
    }

    [Theory]
    [InlineData(65_537)]
    [InlineData(900_000)]
    public async Task A_frame_that_is_too_long_ends_the_connection_and_nobody_elses(int length)
    {
        var other = await ConnectAsync();
        var socket = await ConnectAsync();

        await socket.SendAsync(new string(' ', length));

        await socket.ShouldBeClosedAsync(WebSocketCloseStatus.MessageTooBig);
        await other.ShouldGetNothingAsync();
    }

    [Fact]
    public async Task A_frame_of_the_greatest_length_is_taken()
    {
        var socket = await ConnectAsync();

        await socket.SendAsync("""{"type":"ping"}""".PadRight(65_536));

        await socket.ShouldGetAsync("""{"type":"pong"}""");
    }
}
