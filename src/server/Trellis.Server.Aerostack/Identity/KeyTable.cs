using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Identity;

/// <summary>The SQL of project keys.</summary>
internal static class KeyTable
{
    private static readonly SqlFragment Selection = new(
        """
        SELECT k.id, k.kind, k.hash, k.hint, k.name, k.created_at, k.revoked_at, p.id, p.organisation_id, p.slug, p.name, p.created_at
        FROM aerostack_keys k JOIN aerostack_projects p ON p.id = k.project_id
        """);

    public static ValueTask<int> AddAsync(ISqlSession session, ProjectKey key) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO aerostack_keys (id, project_id, kind, hash, hint, name, created_at, revoked_at)
            VALUES ({key.Id}, {key.Project.Id}, {(long)key.Kind}, {key.Hash}, {key.Hint}, {key.Name}, {key.CreatedAt}, {key.RevokedAt})
            """);

    public static ValueTask<ProjectKey?> FindByHashAsync(ISqlSession session, string hash) =>
        session.QueryFirstOrDefaultAsync($"{Selection} WHERE k.hash = {hash}", Map);

    public static ValueTask<ProjectKey?> FindAsync(ISqlSession session, string projectId, string id) =>
        session.QueryFirstOrDefaultAsync($"{Selection} WHERE k.project_id = {projectId} AND k.id = {id}", Map);

    /// <summary>The keys of a project, newest first.</summary>
    public static ValueTask<IReadOnlyList<ProjectKey>> ListAsync(ISqlSession session, string projectId) =>
        session.QueryAsync($"{Selection} WHERE k.project_id = {projectId} ORDER BY k.created_at DESC, k.id DESC", Map);

    /// <summary>Ends a key; false when the project has none with this id or it had ended already.</summary>
    public static ValueTask<bool> RevokeAsync(ISqlSession session, string projectId, string id, DateTimeOffset at) =>
        session.TryExecuteAsync(
            $"UPDATE aerostack_keys SET revoked_at = {at} WHERE project_id = {projectId} AND id = {id} AND revoked_at IS NULL");

    private static ProjectKey Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        Kind = (KeyKind)row.Integer(1),
        Hash = row.Text(2),
        Hint = row.Text(3),
        Name = row.Text(4),
        CreatedAt = row.Time(5),
        RevokedAt = row.TimeOrNull(6),
        Project = new Project(row.Text(7), row.Integer(8), row.Text(9), row.Text(10), row.Time(11)),
    };
}
