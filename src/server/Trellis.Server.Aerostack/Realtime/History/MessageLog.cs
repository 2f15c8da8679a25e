using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Realtime.History;

/// <summary>Keeps messages, the last so many of a topic. Safe for concurrent use.</summary>
internal sealed class MessageLog(IStore store, RealtimeOptions options, TimeProvider time)
{
    /// <summary>Keeps a message. When the task is done, it is durable.</summary>
    /// <returns>When it was sent, in milliseconds: of each topic the times rise, so that pages which begin before one miss nothing.</returns>
    /// <exception cref="StoreException">The store failed.</exception>
    public ValueTask<long> AddAsync(
        string projectId, string topic, string? userId, string name, string data, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var message = new Message($"msg_{Guid.CreateVersion7(now):N}", userId, name, data, now.ToUnixTimeMilliseconds());
        return store.WriteAsync(session => AddAsync(session, projectId, topic, message), cancellationToken);
    }

    /// <summary>The last messages before a point in time, newest first.</summary>
    public ValueTask<IReadOnlyList<Message>> ListAsync(string projectId, string topic, long before, int limit, CancellationToken cancellationToken) =>
        store.ReadAsync(session => MessageTable.ListAsync(session, projectId, topic, before, limit), cancellationToken);

    private async ValueTask<long> AddAsync(ISqlSession session, string projectId, string topic, Message message)
    {
        // Where another server takes the same millisecond, the one that comes second takes the next.
        while (true)
        {
            var last = await MessageTable.LastAsync(session, projectId, topic) ?? 0;
            var placed = message with { SentAt = Math.Max(message.SentAt, last + 1) };
            if (!await MessageTable.TryAddAsync(session, projectId, topic, placed))
                continue;

            await MessageTable.TrimAsync(session, projectId, topic, options.MostMessages);
            return placed.SentAt;
        }
    }
}
