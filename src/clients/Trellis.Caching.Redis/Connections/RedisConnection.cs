using System.Buffers;
using System.Net.Sockets;
using Trellis.Caching.Redis.Commands;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Connections;

/// <summary>
/// One connection, used by one operation at a time. Any exception leaves it at an unknown place in the protocol: its user then
/// disposes it, and the reply that was on its way can never reach somebody else.
/// </summary>
internal sealed class RedisConnection(Socket socket, SocketStream transport, Stream stream, RespLimits limits) : IDisposable
{
    private readonly RespReader _reader = new(stream, limits);
    private readonly RespWriter _writer = new(stream);

    /// <summary>Whether it has served a command before, and so may have gone stale since.</summary>
    public bool IsReused { get; set; }

    /// <summary>
    /// Whether it can serve another command: it is open, and the server has sent nothing that was not asked for.
    /// An idle socket with something to read is either closed by the server or out of step.
    /// </summary>
    public bool IsUsable => !_reader.HasUnreadBytes && !socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>Sends one command and reads its reply.</summary>
    public async ValueTask<RespValue> ExecuteAsync(RedisCommand command, IBufferWriter<byte>? destination, IoMode mode, Deadline deadline)
    {
        transport.Deadline = deadline;
        await _writer.WriteAsync(command.Arguments, mode, deadline).ConfigureAwait(false);
        await _writer.FlushAsync(mode, deadline).ConfigureAwait(false);
        return await _reader.ReadAsync(destination, mode, deadline).ConfigureAwait(false);
    }

    /// <summary>Sends several commands in one go and reads their replies, in order.</summary>
    public async ValueTask<RespValue[]> ExecuteAsync(IReadOnlyList<RedisCommand> commands, IoMode mode, Deadline deadline)
    {
        transport.Deadline = deadline;
        foreach (var command in commands)
            await _writer.WriteAsync(command.Arguments, mode, deadline).ConfigureAwait(false);

        await _writer.FlushAsync(mode, deadline).ConfigureAwait(false);
        var replies = new RespValue[commands.Count];
        for (var i = 0; i < replies.Length; i++)
            replies[i] = await _reader.ReadAsync(null, mode, deadline).ConfigureAwait(false);

        return replies;
    }

    public void Dispose() => stream.Dispose();
}
