using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Trellis.Caching.Redis.Failures;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Options;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Connections;

/// <summary>Opens connections: address, TCP, TLS, log-in.</summary>
internal sealed class RedisConnector(RedisSettings settings, FailureFactory failures)
{
    private readonly RedisHandshake _handshake = new(settings.Url, failures);
    private readonly RespLimits _limits = new(settings.MaxValueBytes);

    public async ValueTask<RedisConnection> OpenAsync(IoMode mode, Deadline deadline)
    {
        var socket = await ConnectAsync(mode, deadline).ConfigureAwait(false);
        var transport = new SocketStream(socket) { Deadline = deadline };
        var stream = settings.Tls is { } tls ? await EncryptAsync(transport, tls, mode, deadline).ConfigureAwait(false) : transport;
        var connection = new RedisConnection(socket, transport, stream, _limits);
        try
        {
            await _handshake.RunAsync(connection, mode, deadline).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static async ValueTask<Stream> EncryptAsync(
        SocketStream transport, SslClientAuthenticationOptions options, IoMode mode, Deadline deadline)
    {
        var stream = new SslStream(transport, leaveInnerStreamOpen: false);
        try
        {
            await mode.AuthenticateAsync(stream, options, deadline).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private async ValueTask<Socket> ConnectAsync(IoMode mode, Deadline deadline)
    {
        var addresses = IPAddress.TryParse(settings.Url.Host, out var address)
            ? [address]
            : await mode.ResolveAsync(settings.Url.Host, deadline).ConfigureAwait(false);

        for (var i = 0; ; i++)
        {
            if (i == addresses.Length)
                throw new SocketException((int)SocketError.HostNotFound);

            var socket = new Socket(addresses[i].AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.NoDelay = true;
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                await mode.ConnectAsync(socket, new IPEndPoint(addresses[i], settings.Url.Port), deadline).ConfigureAwait(false);
                return socket;
            }
            catch (SocketException) when (i + 1 < addresses.Length)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }
}
