using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Trellis.Tests.Connection.Loopback;

/// <summary>
/// A server that says exactly what a test tells it to, however wrong. It works on threads of its own, each connection on one, so that it
/// answers even while the pool has no thread to spare.
/// </summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ManualResetEvent _stopped = new(false);
    private readonly Action<NetworkStream, WaitHandle> _serve;

    /// <param name="serve">Serves one connection, which closes when it returns; the handle is set when the server stops.</param>
    public RawServer(Action<NetworkStream, WaitHandle> serve)
    {
        _serve = serve;
        _listener.Start();
        Start(Accept);
    }

    public Uri Url => new($"http://{_listener.LocalEndpoint}");

    /// <summary>A server that reads one request on each connection, sends a text and closes.</summary>
    public static RawServer Answering(string answer) => new((stream, _) =>
    {
        ReadRequest(stream);
        stream.Write(Encoding.ASCII.GetBytes(answer));
    });

    /// <summary>A server that accepts connections, sends a text after each request and then neither says more nor closes.</summary>
    public static RawServer Stalling(string beginning = "") => new((stream, stopped) =>
    {
        ReadRequest(stream);
        stream.Write(Encoding.ASCII.GetBytes(beginning));
        stopped.WaitOne();
    });

    /// <summary>A server that accepts connections and never says anything, not even in a TLS handshake.</summary>
    public static RawServer Mute() => new((_, stopped) => stopped.WaitOne());

    /// <summary>Reads the head and the body of a request; false when the client has closed instead.</summary>
    public static bool ReadRequest(Stream stream)
    {
        var head = ReadHead(stream);
        if (head is null)
        {
            return false;
        }

        stream.ReadExactly(new byte[ContentLength(head)]);
        return true;
    }

    /// <summary>Reads the head of a request alone; null when the client has closed instead.</summary>
    public static string? ReadHead(Stream stream)
    {
        var head = new StringBuilder();
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            var next = stream.ReadByte();
            if (next < 0)
            {
                return null;
            }

            head.Append((char)next);
        }

        return head.ToString();
    }

    public void Dispose()
    {
        _stopped.Set();
        _listener.Dispose();
    }

    private static int ContentLength(string head)
    {
        const string Name = "Content-Length: ";
        var line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(Name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line[Name.Length..], CultureInfo.InvariantCulture);
    }

    private static void Start(Action work) => new Thread(() => work()) { IsBackground = true }.Start();

    private void Accept()
    {
        while (true)
        {
            TcpClient connection;
            try
            {
                connection = _listener.AcceptTcpClient();
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }

            Start(() => Serve(connection));
        }
    }

    private void Serve(TcpClient connection)
    {
        using (connection)
        {
            try
            {
                _serve(connection.GetStream(), _stopped);
            }
            catch (IOException)
            {
                // The client has gone, which some tests want it to.
            }
        }
    }
}
