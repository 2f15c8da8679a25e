using Trellis.Caching.Redis.Commands;
using Trellis.Caching.Redis.Failures;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Options;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Connections;

/// <summary>What is said on a new connection before its first command: user and password, protocol, database.</summary>
internal sealed class RedisHandshake
{
    private readonly List<RedisCommand> _commands = [];
    private readonly FailureFactory _failures;

    public RedisHandshake(RedisUrl url, FailureFactory failures)
    {
        _failures = failures;
        if (url.Credentials is { } credentials)
        {
            _commands.Add(credentials.User is { } user
                ? RedisCommand.Auth(user, credentials.Password)
                : RedisCommand.Auth(credentials.Password));
        }

        if (url.UsesResp3)
            _commands.Add(RedisCommand.Hello3);
        if (url.Database != 0)
            _commands.Add(RedisCommand.Select(url.Database));

        // A stopped server still accepts connections, in its listen queue; only an answer shows that it is alive.
        _commands.Add(RedisCommand.Ping);
    }

    /// <exception cref="RedisCacheException">The server refused.</exception>
    public async ValueTask RunAsync(RedisConnection connection, IoMode mode, Deadline deadline)
    {
        var replies = await connection.ExecuteAsync(_commands, mode, deadline).ConfigureAwait(false);
        for (var i = 0; i < replies.Length; i++)
        {
            if (replies[i].Kind == RespKind.Error && !IsAnswerEnough(i, replies[i]))
                throw _failures.HandshakeError(replies[i]);
        }
    }

    // A user who may not PING is logged in all the same, and the server answers.
    private bool IsAnswerEnough(int index, RespValue reply) =>
        index == _commands.Count - 1 && reply.Bytes.Span.StartsWith("NOPERM"u8);
}
