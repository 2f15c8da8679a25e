using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>The SQL of what projects offer.</summary>
internal static class GatewayApiTable
{
    /// <summary>Adds an API, or changes the one of this slug.</summary>
    public static ValueTask<int> SetAsync(ISqlSession session, string projectId, GatewayApi api) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_gateway_apis (project_id, slug, model, created_at)
            VALUES ({projectId}, {api.Slug}, {api.Model}, {api.CreatedAt})
            ON CONFLICT (project_id, slug) DO UPDATE SET model = excluded.model
            """);

    public static ValueTask<GatewayApi?> FindAsync(ISqlSession session, string projectId, string slug) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT slug, model, created_at FROM aerostack_gateway_apis WHERE project_id = {projectId} AND slug = {slug}",
            static row => new GatewayApi(row.Text(0), row.TextOrNull(1), row.Time(2)));
}
