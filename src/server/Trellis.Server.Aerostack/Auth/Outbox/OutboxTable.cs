using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Outbox;

/// <summary>The SQL of messages.</summary>
internal static class OutboxTable
{
    private static readonly SqlFragment Columns = new("id, project_id, channel, recipient, kind, created_at, expires_at, sealed_content");

    public static ValueTask<int> AddAsync(ISqlSession session, OutboxMessage message) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_outbox ({Columns})
            VALUES ({message.Id}, {message.ProjectId}, {message.Channel}, {message.Recipient}, {message.Kind}, {message.CreatedAt}, {message.ExpiresAt},
                {message.SealedContent})
            """);

    /// <summary>The messages that are still good, newest first.</summary>
    public static ValueTask<IReadOnlyList<OutboxMessage>> ListAsync(ISqlSession session, string projectId, string? recipient, DateTimeOffset now, long limit) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM aerostack_outbox
            WHERE project_id = {projectId} AND expires_at > {now} AND ({recipient is null} = 1 OR recipient = {recipient})
            ORDER BY created_at DESC, id {session.Dialect.ByteOrder} DESC LIMIT {limit}
            """,
            static row => new OutboxMessage(row.Text(0), row.Text(1), row.Text(2), row.Text(3), row.Text(4), row.Time(5), row.Time(6))
            {
                SealedContent = row.Text(7),
            });

    public static ValueTask<bool> RemoveAsync(ISqlSession session, string projectId, string id) =>
        session.TryExecuteAsync($"DELETE FROM aerostack_outbox WHERE project_id = {projectId} AND id = {id}");

    public static ValueTask<int> PurgeAsync(ISqlSession session, DateTimeOffset now) =>
        session.ExecuteAsync($"DELETE FROM aerostack_outbox WHERE expires_at <= {now}");
}
