using System.Net;
using System.Net.Sockets;
using System.Text;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

public sealed class BrokenExchangeTests
{
    [Theory]
    [BothForms]
    public async Task A_port_that_nobody_listens_on_is_no_connection(Form form)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"http://{listener.LocalEndpoint}");
        listener.Dispose();
        using var client = new LoopbackClient(url);
        (await client.FailAsync(form)).Failure.Kind.ShouldBe(FailureKind.Connect);
    }

    [Theory]
    [BothForms]
    public async Task A_host_that_does_not_exist_is_no_connection(Form form)
    {
        using var client = new LoopbackClient(new Uri("http://nobody.invalid"));
        (await client.FailAsync(form)).Failure.Kind.ShouldBe(FailureKind.Connect);
    }

    [Theory]
    [InlineData(Form.Asynchronous, "")]
    [InlineData(Form.Synchronous, "")]
    [InlineData(Form.Asynchronous, "This is not HTTP\r\n\r\n")]
    [InlineData(Form.Synchronous, "This is not HTTP\r\n\r\n")]
    [InlineData(Form.Asynchronous, "HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData(Form.Synchronous, "HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData(Form.Asynchronous, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"text\":")]
    [InlineData(Form.Synchronous, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"text\":")]
    [InlineData(Form.Asynchronous, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"text\":1\r\n")]
    [InlineData(Form.Synchronous, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\n{\"text\":1\r\n")]
    [InlineData(Form.Asynchronous, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n")]
    [InlineData(Form.Synchronous, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n")]
    public async Task An_exchange_that_breaks_off_is_a_transport_failure(Form form, string answer)
    {
        using var server = RawServer.Answering(answer);
        using var client = new LoopbackClient(server.Url);
        (await client.FailAsync(form)).Failure.Kind.ShouldBe(FailureKind.Transport);
    }

    [Theory]
    [BothForms]
    public async Task A_body_without_end_is_read_up_to_the_limit_and_no_further(Form form)
    {
        var sent = 0L;
        using var server = Endless("200 OK", count => Interlocked.Add(ref sent, count));
        using var client = new LoopbackClient(server.Url, options => options.MaxResponseBytes = 100_000);
        var error = await client.FailAsync(form);
        error.Failure.Kind.ShouldBe(FailureKind.Content);
        error.Message.ShouldContain("100000");

        // What the sockets of both sides buffer comes on top of the limit.
        Interlocked.Read(ref sent).ShouldBeLessThan(32_000_000);
    }

    [Theory]
    [BothForms]
    public async Task Of_an_error_body_without_end_the_beginning_is_kept(Form form)
    {
        using var server = Endless("500 Broken", _ => { });
        using var client = new LoopbackClient(server.Url);
        var failure = (await client.FailAsync(form)).Failure;
        failure.Status.ShouldBe(500);
        failure.Body.Length.ShouldBe(64 * 1024);
    }

    [Theory]
    [BothForms]
    public async Task An_answer_at_the_limit_is_read_and_one_byte_more_is_not(Form form)
    {
        await using var server = await LoopbackServer.StartAsync(context => LoopbackServer.ReplyAsync(context, "0123456789"));
        using var exact = new LoopbackClient(server.Url, options => options.MaxResponseBytes = 21);
        using var less = new LoopbackClient(server.Url, options => options.MaxResponseBytes = 20);
        (await exact.CallAsync(form)).Text.ShouldBe("0123456789");
        (await less.FailAsync(form)).Failure.Kind.ShouldBe(FailureKind.Content);
    }

    private static RawServer Endless(string status, Action<int> count) => new((stream, _) =>
    {
        RawServer.ReadRequest(stream);
        stream.Write(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n\r\n"));
        var chunk = new byte[10_000];
        chunk.AsSpan().Fill((byte)' ');
        while (true)
        {
            stream.Write(chunk);
            count(chunk.Length);
        }
    });
}
