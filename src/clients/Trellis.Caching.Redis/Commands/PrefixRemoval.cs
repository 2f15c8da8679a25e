using Trellis.Caching.Redis.Connections;
using Trellis.Caching.Redis.Failures;
using Trellis.Caching.Redis.Io;
using Trellis.Caching.Redis.Resp;

namespace Trellis.Caching.Redis.Commands;

/// <summary>
/// Removes the keys that match a pattern: SCAN, which never holds the server up as KEYS does, and one UNLINK for each of its pages.
/// </summary>
internal sealed class PrefixRemoval(RedisClient client, FailureFactory failures)
{
    private const int PageSize = 500;

    private static readonly byte[] FirstCursor = "0"u8.ToArray();

    /// <returns>How many keys were removed.</returns>
    public async ValueTask<long> RunAsync(byte[] pattern, IoMode mode, CancellationToken cancellationToken)
    {
        long removed = 0;
        ReadOnlyMemory<byte> cursor = FirstCursor;
        do
        {
            var scan = RedisCommand.Scan(cursor, pattern, PageSize);
            (cursor, var keys) = PageOf(await client.ExecuteAsync(scan, null, mode, cancellationToken).ConfigureAwait(false));
            if (keys.Length > 0)
                removed += (await client.ExecuteAsync(RedisCommand.Unlink(keys), null, mode, cancellationToken).ConfigureAwait(false)).Number;
        }
        while (!cursor.Span.SequenceEqual(FirstCursor));

        return removed;
    }

    private (ReadOnlyMemory<byte> Cursor, ReadOnlyMemory<byte>[] Keys) PageOf(RespValue reply)
    {
        if (reply.Items is not [{ Kind: RespKind.BulkString } cursor, { Kind: RespKind.Array } keys])
            throw failures.UnexpectedReply(reply);

        return (cursor.Bytes, [.. keys.Items.Select(key => key.Bytes)]);
    }
}
