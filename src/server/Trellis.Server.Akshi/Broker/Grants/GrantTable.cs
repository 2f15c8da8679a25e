using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Broker.Grants;

/// <summary>The SQL of grants.</summary>
internal static class GrantTable
{
    private static readonly SqlFragment Selection = new("SELECT id, agent, domain, secret_name, granted_at, revoked_at FROM akshi_grants");

    /// <summary>Adds a grant, or gives one that is there the name of its secret; a revocation stays.</summary>
    public static ValueTask<int> PutAsync(ISqlSession session, Grant grant) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO akshi_grants (id, agent, domain, secret_name, granted_at)
            VALUES ({grant.Id}, {grant.Agent}, {grant.Domain}, {grant.SecretName}, {grant.GrantedAt})
            ON CONFLICT (id) DO UPDATE SET secret_name = excluded.secret_name
            """);

    public static ValueTask<Grant?> FindAsync(ISqlSession session, string id) =>
        session.QueryFirstOrDefaultAsync($"{Selection} WHERE id = {id}", Map);

    /// <summary>All, newest first; those among them that no configuration gives any more.</summary>
    public static ValueTask<IReadOnlyList<Grant>> ListAsync(ISqlSession session) =>
        session.QueryAsync($"{Selection} ORDER BY granted_at DESC, id", Map);

    /// <summary>Takes a grant back; false when it is not there or was taken back before.</summary>
    public static ValueTask<bool> RevokeAsync(ISqlSession session, string id, DateTimeOffset at) =>
        session.TryExecuteAsync($"UPDATE akshi_grants SET revoked_at = {at} WHERE id = {id} AND revoked_at IS NULL");

    /// <summary>Gives a grant again; false when it is not there or was not taken back.</summary>
    public static ValueTask<bool> RestoreAsync(ISqlSession session, string id) =>
        session.TryExecuteAsync($"UPDATE akshi_grants SET revoked_at = NULL WHERE id = {id} AND revoked_at IS NOT NULL");

    private static Grant Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        Agent = row.Text(1),
        Domain = row.Text(2),
        SecretName = row.Text(3),
        GrantedAt = row.Time(4),
        RevokedAt = row.TimeOrNull(5),
    };
}
