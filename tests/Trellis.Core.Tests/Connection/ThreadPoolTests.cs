using System.Text;
using Trellis.Tests.Connection.Loopback;

namespace Trellis.Tests.Connection;

/// <summary>
/// The synchronous form does its work on the caller's thread. Only opening a connection is the handler's business, which does it on a
/// thread of the pool; these tests have one open.
/// </summary>
[Collection(nameof(WholeProcessCollection))]
public sealed class ThreadPoolTests
{
    private const string Reply = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"text\":\"ok\"}";
    private const string Refusal = "HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n";

    [Fact]
    public void A_synchronous_call_needs_no_thread_of_the_pool()
    {
        using var server = Serving(Reply, Reply);
        using var client = new LoopbackClient(server.Url);
        client.Call();
        using var saturation = new PoolSaturation();
        client.Call(body: LoopbackClient.Body("hello")).Text.ShouldBe("ok");
        saturation.Holds.ShouldBeTrue();
    }

    [Fact]
    public void Nor_does_the_wait_before_another_attempt()
    {
        using var server = Serving(Reply, Refusal, Reply);
        using var client = new LoopbackClient(server.Url, options => options.MaxAttempts = 2);
        client.Call();
        using var saturation = new PoolSaturation();
        client.Call().Text.ShouldBe("ok");
        saturation.Holds.ShouldBeTrue();
    }

    private static RawServer Serving(params string[] answers) => new((stream, _) =>
    {
        foreach (var answer in answers)
        {
            RawServer.ReadRequest(stream);
            stream.Write(Encoding.ASCII.GetBytes(answer));
        }
    });
}
