using System.Net.Sockets;
using System.Text;

namespace Trellis.Server.Tests.Cli;

public sealed class SecondSignalTests
{
    [Theory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task The_second_signal_ends_the_process_though_a_request_still_runs(string signal, int exitCode)
    {
        using var files = new TemporaryDirectory();
        await File.WriteAllTextAsync(
            files.File("faults.json"), """{"rules":[{"route":"GET /slow","latencyMs":3600000}]}""", TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(
            1,
            new() { ["TRELLIS_LIMITS__SHUTDOWNSECONDS"] = "3600", ["TMPDIR"] = files.Path },
            "--ephemeral", "--urls", "http://127.0.0.1:0", "--faults", files.File("faults.json"));

        using var slow = new TcpClient();
        await slow.ConnectAsync(server.Urls[0].Host, server.Urls[0].Port, TestContext.Current.CancellationToken);
        await slow.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n"), TestContext.Current.CancellationToken);
        await AnswerToAnotherAsync(server);

        await server.SignalAsync(signal);
        await ClosedAsync(server);
        await server.SignalAsync(signal);
        (await server.WaitAsync()).ExitCode.ShouldBe(exitCode);
    }

    // Requests begin in the order of their connections, so when these are answered the slow one has begun.
    private static async Task AnswerToAnotherAsync(ServerProcess server)
    {
        for (var round = 0; round < 3; round++)
            await RawHttp.ExchangeAsync(server.Urls[0], "GET / HTTP/1.1\nHost: a\nConnection: close\n\n");
    }

    // The first signal has been heard once nobody listens any more.
    private static async Task ClosedAsync(ServerProcess server)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                using var knock = new TcpClient();
                await knock.ConnectAsync(server.Urls[0].Host, server.Urls[0].Port, limit.Token);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }
}
