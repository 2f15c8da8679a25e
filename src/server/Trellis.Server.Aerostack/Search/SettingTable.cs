using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Search;

/// <summary>The SQL of what projects have chosen.</summary>
internal static class SettingTable
{
    /// <summary>The project's choice of embedding model; null when it has made none.</summary>
    public static ValueTask<string?> FindAsync(ISqlSession session, string projectId) =>
        session.QueryTextAsync($"SELECT embedding_model FROM aerostack_search_settings WHERE project_id = {projectId}");

    public static ValueTask<int> SetAsync(ISqlSession session, string projectId, string choice) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_search_settings (project_id, embedding_model) VALUES ({projectId}, {choice})
            ON CONFLICT (project_id) DO UPDATE SET embedding_model = excluded.embedding_model
            """);
}
