using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <inheritdoc cref="IOrganisationDirectory"/>
internal sealed class OrganisationDirectory : IOrganisationDirectory
{
    /// <inheritdoc/>
    public async ValueTask<Organisation> AddAsync(ISqlSession session, string name, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);

        // Two servers on one store may pick the same id at the same moment; the one that comes second finds it taken and picks again.
        while (true)
        {
            var added = await session.QueryFirstOrDefaultAsync(
                $"""
                INSERT INTO organisations (id, name, created_at)
                SELECT COALESCE(MAX(id), 0) + 1, {name}, {UnixTime.ToMicroseconds(now)} FROM organisations WHERE true
                ON CONFLICT (id) DO NOTHING
                RETURNING id, name, created_at
                """,
                Map);
            if (added is not null)
                return added;
        }
    }

    /// <inheritdoc/>
    public ValueTask<Organisation?> FindAsync(ISqlSession session, long id) =>
        session.QueryFirstOrDefaultAsync($"SELECT id, name, created_at FROM organisations WHERE id = {id}", Map);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Organisation>> ListAsync(ISqlSession session) =>
        session.QueryAsync($"SELECT id, name, created_at FROM organisations ORDER BY id", Map);

    private static Organisation Map(SqlRow row) => new(row.Integer(0), row.Text(1), row.Time(2));
}
