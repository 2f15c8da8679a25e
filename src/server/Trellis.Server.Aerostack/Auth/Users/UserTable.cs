using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Auth.Users;

/// <summary>The SQL of users.</summary>
internal static class UserTable
{
    private static readonly SqlFragment Columns = new(
        "id, project_id, email, phone, name, password, metadata, avatar_url, avatar_image_id, verified_at, created_at");

    /// <summary>Adds a user; false when the address or number is taken.</summary>
    public static ValueTask<bool> TryAddAsync(ISqlSession session, EndUser user) =>
        session.TryExecuteAsync(
            $"""
            INSERT INTO aerostack_users ({Columns}, email_key)
            VALUES ({user.Id}, {user.ProjectId}, {user.Email}, {user.Phone}, {user.Name}, {user.Password}, {user.Metadata}, {user.AvatarUrl},
                {user.AvatarImageId}, {user.VerifiedAt}, {user.CreatedAt}, {(user.Email is null ? null : Contact.KeyOf(user.Email))})
            ON CONFLICT DO NOTHING
            """);

    public static ValueTask<EndUser?> FindAsync(ISqlSession session, string projectId, string id) =>
        session.QueryFirstOrDefaultAsync<EndUser?>($"SELECT {Columns} FROM aerostack_users WHERE project_id = {projectId} AND id = {id}", Map);

    public static ValueTask<EndUser?> FindByContactAsync(ISqlSession session, string projectId, Contact contact) => contact.IsPhone
        ? session.QueryFirstOrDefaultAsync<EndUser?>($"SELECT {Columns} FROM aerostack_users WHERE project_id = {projectId} AND phone = {contact.Key}", Map)
        : session.QueryFirstOrDefaultAsync<EndUser?>(
            $"SELECT {Columns} FROM aerostack_users WHERE project_id = {projectId} AND email_key = {contact.Key}", Map);

    /// <summary>Stores a password's hash in place of another; false when it was changed meanwhile.</summary>
    public static ValueTask<bool> ReplacePasswordAsync(ISqlSession session, string id, string old, string password) =>
        session.TryExecuteAsync($"UPDATE aerostack_users SET password = {password} WHERE id = {id} AND password = {old}");

    /// <summary>Stores a password's hash; null takes the password away.</summary>
    public static ValueTask<int> SetPasswordAsync(ISqlSession session, string id, string? password) =>
        session.ExecuteAsync($"UPDATE aerostack_users SET password = {password} WHERE id = {id}");

    public static ValueTask<int> VerifyAsync(ISqlSession session, string id, DateTimeOffset at) =>
        session.ExecuteAsync($"UPDATE aerostack_users SET verified_at = {at} WHERE id = {id} AND verified_at IS NULL");

    /// <summary>Writes what a user may change.</summary>
    public static ValueTask<int> UpdateAsync(ISqlSession session, string id, UserChange change) =>
        session.ExecuteAsync(
            $"""
            UPDATE aerostack_users SET
                name = CASE WHEN {change.HasName} = 1 THEN {change.Name} ELSE name END,
                avatar_url = CASE WHEN {change.HasAvatarUrl} = 1 THEN {change.AvatarUrl} ELSE avatar_url END,
                avatar_image_id = CASE WHEN {change.HasAvatarImageId} = 1 THEN {change.AvatarImageId} ELSE avatar_image_id END,
                metadata = CASE WHEN {change.Metadata is not null} = 1 THEN {change.Metadata} ELSE metadata END
            WHERE id = {id}
            """);

    private static EndUser Map(SqlRow row) => new()
    {
        Id = row.Text(0),
        ProjectId = row.Text(1),
        Email = row.TextOrNull(2),
        Phone = row.TextOrNull(3),
        Name = row.TextOrNull(4),
        Password = row.TextOrNull(5),
        Metadata = row.Text(6),
        AvatarUrl = row.TextOrNull(7),
        AvatarImageId = row.TextOrNull(8),
        VerifiedAt = row.TimeOrNull(9),
        CreatedAt = row.Time(10),
    };
}
