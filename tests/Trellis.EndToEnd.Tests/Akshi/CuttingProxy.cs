using System.Net;
using System.Net.Sockets;

namespace Trellis.EndToEnd.Tests.Akshi;

/// <summary>A way to a server on which every connection breaks after so many bytes of the answer, wherever that is.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _target;
    private readonly int _bytes;
    private readonly Task _accepting;
    private int _cuts;

    /// <param name="target">The server.</param>
    /// <param name="bytes">After how many bytes of the answer each connection breaks.</param>
    public CuttingProxy(Uri target, int bytes)
    {
        (_target, _bytes) = (target, bytes);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many connections it has cut.</summary>
    public int Cuts => Volatile.Read(ref _cuts);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient caller)
    {
        using var _ = caller;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(_target.Host, _target.Port, _stop.Token);
            var up = caller.GetStream().CopyToAsync(server.GetStream(), _stop.Token);
            await CopyUntilCutAsync(server.GetStream(), caller.GetStream());

            // A reset, as of a line that breaks, and not the orderly end of an answer.
            caller.LingerState = new LingerOption(enable: true, seconds: 0);
            caller.Close();
            server.Close();
            await up.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // One side is gone, which ends the connection.
        }
    }

    private async Task CopyUntilCutAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[512];
        for (var left = _bytes; left > 0;)
        {
            var read = await from.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, left)), _stop.Token);
            if (read == 0) return;
            await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            left -= read;
        }

        Interlocked.Increment(ref _cuts);
    }
}
