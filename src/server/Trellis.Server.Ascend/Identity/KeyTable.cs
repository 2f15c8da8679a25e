using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Identity;

/// <summary>The SQL of API keys.</summary>
internal static class KeyTable
{
    private static readonly SqlFragment Columns = new(
        "id, organisation_id, hash, hint, name, description, role, created_by, rate_limit, rate_limit_window, created_at, expires_at, revoked_at, "
        + "revoked_reason");

    public static ValueTask<int> AddAsync(ISqlSession session, AscendKey key) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_keys ({Columns})
            VALUES ({key.Id}, {key.OrganisationId}, {key.Hash}, {key.Hint}, {key.Name}, {key.Description}, {(long)key.Role}, {key.CreatedBy},
                    {key.RateLimit}, {key.RateLimitWindow}, {key.CreatedAt}, {key.ExpiresAt}, {key.RevokedAt}, {key.RevokedReason})
            """);

    public static ValueTask<AscendKey?> FindByHashAsync(ISqlSession session, string hash) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM ascend_keys WHERE hash = {hash}", Map);

    public static ValueTask<AscendKey?> FindAsync(ISqlSession session, long organisationId, string id) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM ascend_keys WHERE organisation_id = {organisationId} AND id = {id}", Map);

    /// <summary>The keys of an organisation, newest first.</summary>
    public static ValueTask<IReadOnlyList<AscendKey>> ListAsync(ISqlSession session, long organisationId) =>
        session.QueryAsync($"SELECT {Columns} FROM ascend_keys WHERE organisation_id = {organisationId} ORDER BY created_at DESC, id DESC", Map);

    /// <summary>Ends a key; false when it does not exist or had ended already.</summary>
    public static ValueTask<bool> RevokeAsync(ISqlSession session, long organisationId, string id, DateTimeOffset at, string? reason) =>
        session.TryExecuteAsync(
            $"""
            UPDATE ascend_keys SET revoked_at = {at}, revoked_reason = {reason}
            WHERE organisation_id = {organisationId} AND id = {id} AND revoked_at IS NULL
            """);

    private static AscendKey Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        OrganisationId = row.Integer(1),
        Hash = row.Text(2),
        Hint = row.Text(3),
        Name = row.Text(4),
        Description = row.TextOrNull(5),
        Role = (CallerRole)row.Integer(6),
        CreatedBy = row.Text(7),
        RateLimit = row.IntegerOrNull(8),
        RateLimitWindow = row.IntegerOrNull(9),
        CreatedAt = row.Time(10),
        ExpiresAt = row.Time(11),
        RevokedAt = row.TimeOrNull(12),
        RevokedReason = row.TextOrNull(13),
    };
}
