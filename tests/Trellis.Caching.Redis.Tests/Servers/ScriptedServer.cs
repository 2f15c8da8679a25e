using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Caching.Redis.Tests.Servers;

/// <summary>
/// Something that is no good Redis server: answers each read of a connection with the next text of its script and closes the
/// connection when there is none. For misbehaviour that cannot be had from a real one.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    /// <summary>In place of an answer: there is none, and the connection stays open.</summary>
    public const string Silence = "";

    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    /// <summary>Starts it with one script for each connection, in the order they come.</summary>
    public ScriptedServer(params string[][] scripts)
    {
        _listener.Start();
        _serving = ServeAsync(scripts);
    }

    public string Url => $"redis://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Done when a command has arrived that is answered with <see cref="Silence"/>.</summary>
    public Task Silent => _silent.Task;

    /// <summary>Closes the connection that is open and takes no other.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        try
        {
            await _serving;
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or IOException)
        {
            // Stopped while it waited for a connection or a command that the test had no need of.
        }

        _stop.Dispose();
    }

    private async Task ServeAsync(string[][] scripts)
    {
        var buffer = new byte[4096];
        foreach (var script in scripts)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            await using var stream = client.GetStream();
            foreach (var answer in script)
            {
                if (await stream.ReadAsync(buffer, _stop.Token) == 0)
                    break;

                if (answer == Silence)
                    _silent.TrySetResult();

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer), _stop.Token);
            }

            // The command that is not answered is read, so that closing ends the stream and does not reset it.
            _ = await stream.ReadAsync(buffer, _stop.Token);
        }
    }
}
