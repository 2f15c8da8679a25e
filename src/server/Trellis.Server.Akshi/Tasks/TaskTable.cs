using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Tasks;

/// <summary>The SQL of tasks.</summary>
internal static class TaskTable
{
    private static readonly SqlFragment Columns = new(
        "id, sender, recipient, status, input, output, error, progress, created_at, started_at, completed_at");

    public static ValueTask<int> InsertAsync(ISqlSession session, AgentTask task) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO akshi_tasks ({Columns})
            VALUES ({task.Id}, {task.From}, {task.To}, {task.Status}, {task.Input}, {task.Output}, {task.Error}, {task.Progress},
                    {task.CreatedAt}, {task.StartedAt}, {task.CompletedAt})
            """);

    /// <summary>Writes what can change, and which server the task is taken on.</summary>
    public static ValueTask<int> UpdateAsync(ISqlSession session, AgentTask task, string serverId) =>
        session.ExecuteAsync(
            $"""
            UPDATE akshi_tasks SET status = {task.Status}, output = {task.Output}, error = {task.Error}, progress = {task.Progress},
                started_at = {task.StartedAt}, completed_at = {task.CompletedAt}, server_id = {serverId}
            WHERE id = {task.Id}
            """);

    public static ValueTask<AgentTask?> FindAsync(ISqlSession session, string id) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM akshi_tasks WHERE id = {id}", Map);

    /// <summary>A task, locked until the transaction ends.</summary>
    public static ValueTask<AgentTask?> LockAsync(ISqlSession session, string id) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM akshi_tasks WHERE id = {id} {session.Dialect.ForUpdate}", Map);

    /// <summary>The oldest task that waits for an agent and that nobody else takes at the moment, locked.</summary>
    public static ValueTask<AgentTask?> LockNextAsync(ISqlSession session, string agent) =>
        session.QueryFirstOrDefaultAsync(
            $"""
            SELECT {Columns} FROM akshi_tasks WHERE recipient = {agent} AND status = 'pending'
            ORDER BY created_at, id {session.Dialect.ByteOrder} LIMIT 1 {session.Dialect.ForUpdateSkipLocked}
            """,
            Map);

    /// <summary>The newest first.</summary>
    public static ValueTask<IReadOnlyList<AgentTask>> ListAsync(ISqlSession session, string? status, string? agent, int limit) =>
        session.QueryAsync(
            $"""
            SELECT {Columns} FROM akshi_tasks
            WHERE ({status} IS NULL OR status = {status}) AND ({agent} IS NULL OR recipient = {agent})
            ORDER BY created_at DESC, id {session.Dialect.ByteOrder} DESC LIMIT {limit}
            """,
            Map);

    /// <summary>What runs on a server, locked.</summary>
    public static ValueTask<IReadOnlyList<AgentTask>> LockRunningAsync(ISqlSession session, string serverId) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM akshi_tasks WHERE status = 'running' AND server_id = {serverId} ORDER BY created_at, id {session.Dialect.ForUpdate}",
            Map);

    private static AgentTask Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        From = row.Text(1),
        To = row.Text(2),
        Status = row.Text(3),
        Input = row.Text(4),
        Output = row.TextOrNull(5),
        Error = row.TextOrNull(6),
        Progress = row.TextOrNull(7),
        CreatedAt = row.Time(8),
        StartedAt = row.TimeOrNull(9),
        CompletedAt = row.TimeOrNull(10),
    };
}
