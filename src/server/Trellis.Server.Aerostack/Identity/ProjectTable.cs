using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Identity;

/// <summary>The SQL of projects.</summary>
internal static class ProjectTable
{
    private static readonly SqlFragment Columns = new("id, organisation_id, slug, name, created_at");

    /// <summary>Adds a project; false when its slug is taken.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, Project project) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO aerostack_projects ({Columns})
            VALUES ({project.Id}, {project.OrganisationId}, {project.Slug}, {project.Name}, {project.CreatedAt})
            ON CONFLICT (slug) DO NOTHING
            """);

    /// <summary>The project of an id or slug, whoever it belongs to: the paths of end users name nothing else (contract, section 2.3.1).</summary>
    public static ValueTask<Project?> FindAsync(ISqlSession session, string idOrSlug) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM aerostack_projects WHERE slug = {idOrSlug} OR id = {idOrSlug}", Map);

    /// <summary>The projects of an organisation, the oldest first.</summary>
    public static ValueTask<IReadOnlyList<Project>> ListAsync(ISqlSession session, long organisationId) =>
        session.QueryAsync($"SELECT {Columns} FROM aerostack_projects WHERE organisation_id = {organisationId} ORDER BY created_at, id", Map);

    private static Project Map(SqlRow row) => new(row.Text(0), row.Integer(1), row.Text(2), row.Text(3), row.Time(4));
}
