using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Queue.Consumers;

/// <summary>The SQL of consumers.</summary>
internal static class ConsumerTable
{
    private static readonly SqlFragment Columns = new("id, organisation_id, project_id, type, url, created_at, sealed_secret");

    /// <summary>Adds a consumer; false when the kind has one.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, Consumer consumer) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO aerostack_queue_consumers ({Columns})
            VALUES ({consumer.Id}, {consumer.OrganisationId}, {consumer.ProjectId}, {consumer.Type}, {consumer.Url.AbsoluteUri}, {consumer.CreatedAt},
                {consumer.SealedSecret})
            ON CONFLICT (project_id, type) DO NOTHING
            """);

    public static ValueTask<IReadOnlyList<Consumer>> ListAsync(ISqlSession session, string projectId) =>
        session.QueryAsync($"SELECT {Columns} FROM aerostack_queue_consumers WHERE project_id = {projectId} ORDER BY created_at, id", Map);

    public static ValueTask<IReadOnlyList<Consumer>> ListAllAsync(ISqlSession session) =>
        session.QueryAsync($"SELECT {Columns} FROM aerostack_queue_consumers", Map);

    public static ValueTask<long?> CountAsync(ISqlSession session, string projectId) =>
        session.QueryIntegerAsync($"SELECT COUNT(*) FROM aerostack_queue_consumers WHERE project_id = {projectId}");

    public static ValueTask<bool> RemoveAsync(ISqlSession session, string projectId, string id) =>
        session.TryExecuteAsync($"DELETE FROM aerostack_queue_consumers WHERE project_id = {projectId} AND id = {id}");

    private static Consumer Map(SqlRow row) =>
        new(row.Text(0), row.Integer(1), row.Text(2), row.Text(3), new Uri(row.Text(4)), row.Time(5)) { SealedSecret = row.Text(6) };
}
