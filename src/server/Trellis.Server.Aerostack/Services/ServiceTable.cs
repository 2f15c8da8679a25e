using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Services;

/// <summary>The SQL of services.</summary>
internal static class ServiceTable
{
    /// <summary>Adds a service, or changes the one of this name.</summary>
    public static ValueTask<int> SetAsync(ISqlSession session, string projectId, Service service) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_services (project_id, name, url, timeout_ms, created_at)
            VALUES ({projectId}, {service.Name}, {service.Url}, {(long)service.Timeout.TotalMilliseconds}, {service.CreatedAt})
            ON CONFLICT (project_id, name) DO UPDATE SET url = excluded.url, timeout_ms = excluded.timeout_ms
            """);

    public static ValueTask<Service?> FindAsync(ISqlSession session, string projectId, string name) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT name, url, timeout_ms, created_at FROM aerostack_services WHERE project_id = {projectId} AND name = {name}", Map);

    public static ValueTask<IReadOnlyList<Service>> ListAsync(ISqlSession session, string projectId) =>
        session.QueryAsync(
            $"SELECT name, url, timeout_ms, created_at FROM aerostack_services WHERE project_id = {projectId} ORDER BY name{session.Dialect.ByteOrder}", Map);

    /// <summary>Removes a service; false when there is none.</summary>
    public static ValueTask<bool> RemoveAsync(ISqlSession session, string projectId, string name) =>
        session.TryExecuteAsync($"DELETE FROM aerostack_services WHERE project_id = {projectId} AND name = {name}");

    private static Service Map(SqlRow row) => new(row.Text(0), row.Text(1), TimeSpan.FromMilliseconds(row.Integer(2)), row.Time(3));
}
