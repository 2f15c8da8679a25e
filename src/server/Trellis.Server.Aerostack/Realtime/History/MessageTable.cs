using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Realtime.History;

/// <summary>The SQL of messages.</summary>
internal static class MessageTable
{
    /// <summary>Adds a message; false when the topic has one of the same millisecond.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, string projectId, string topic, Message message) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO aerostack_realtime_messages (project_id, topic, sent_at, id, user_id, event, data)
            VALUES ({projectId}, {topic}, {message.SentAt}, {message.Id}, {message.UserId}, {message.Event}, {message.Data})
            ON CONFLICT (project_id, topic, sent_at) DO NOTHING
            """);

    /// <summary>When the last message of a topic was sent; null for none.</summary>
    public static ValueTask<long?> LastAsync(ISqlSession session, string projectId, string topic) =>
        session.QueryIntegerAsync($"SELECT MAX(sent_at) FROM aerostack_realtime_messages WHERE project_id = {projectId} AND topic = {topic}");

    /// <summary>The last messages before a point in time, newest first.</summary>
    public static ValueTask<IReadOnlyList<Message>> ListAsync(ISqlSession session, string projectId, string topic, long before, int limit) =>
        session.QueryAsync(
            $"""
            SELECT id, user_id, event, data, sent_at FROM aerostack_realtime_messages
            WHERE project_id = {projectId} AND topic = {topic} AND sent_at < {before}
            ORDER BY sent_at DESC LIMIT {limit}
            """,
            static row => new Message(row.Text(0), row.TextOrNull(1), row.Text(2), row.Text(3), row.Integer(4)));

    /// <summary>Forgets the messages of a topic but the last so many.</summary>
    public static ValueTask<int> TrimAsync(ISqlSession session, string projectId, string topic, int most) =>
        session.ExecuteAsync(
            $"""
            DELETE FROM aerostack_realtime_messages
            WHERE project_id = {projectId} AND topic = {topic} AND sent_at <= (
                SELECT sent_at FROM aerostack_realtime_messages
                WHERE project_id = {projectId} AND topic = {topic} ORDER BY sent_at DESC LIMIT 1 OFFSET {most})
            """);

    /// <summary>Forgets messages that were sent before a point in time, in all projects, up to a number.</summary>
    public static ValueTask<int> PurgeAsync(ISqlSession session, long before, int limit) =>
        session.ExecuteAsync(
            $"""
            DELETE FROM aerostack_realtime_messages WHERE id IN (
                SELECT id FROM aerostack_realtime_messages WHERE sent_at < {before} ORDER BY sent_at LIMIT {limit})
            """);
}
