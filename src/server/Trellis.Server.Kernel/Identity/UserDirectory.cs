using System.Security.Cryptography;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <inheritdoc cref="IUserDirectory"/>
internal sealed class UserDirectory(RandomNumberGenerator random) : IUserDirectory
{
    private const int IdBytes = 16;
    private const int IdLength = 22;

    private static readonly SqlFragment Columns = new("id, organisation_id, issuer, subject, created_at");

    /// <inheritdoc/>
    public async ValueTask<User> GetOrAddAsync(ISqlSession session, long organisationId, string issuer, string subject, DateTimeOffset now)
    {
        if (await FindAsync(session, organisationId, issuer, subject) is { } known)
            return known;

        var user = new User(NewId(), organisationId, issuer, subject, UnixTime.FromMicroseconds(UnixTime.ToMicroseconds(now)));
        var added = await session.ExecuteAsync(
            $"""
            INSERT INTO users (id, organisation_id, issuer, subject, created_at)
            VALUES ({user.Id}, {organisationId}, {issuer}, {subject}, {UnixTime.ToMicroseconds(now)})
            ON CONFLICT (organisation_id, issuer, subject) DO NOTHING
            """);
        return added == 1
            ? user
            : await FindAsync(session, organisationId, issuer, subject) ?? throw new StoreException("A user vanished while it was being added.");
    }

    /// <inheritdoc/>
    public ValueTask<User?> FindAsync(ISqlSession session, long organisationId, string issuer, string subject) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT {Columns} FROM users WHERE organisation_id = {organisationId} AND issuer = {issuer} AND subject = {subject}",
            Map);

    /// <inheritdoc/>
    public ValueTask<User?> FindAsync(ISqlSession session, long organisationId, string userId) =>
        session.QueryFirstOrDefaultAsync($"SELECT {Columns} FROM users WHERE organisation_id = {organisationId} AND id = {userId}", Map);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<User>> ListAsync(ISqlSession session, long organisationId, string issuer) =>
        session.QueryAsync(
            $"SELECT {Columns} FROM users WHERE organisation_id = {organisationId} AND issuer = {issuer} ORDER BY subject {session.Dialect.ByteOrder}", Map);

    private static User Map(SqlRow row) => new(row.Text(0), row.Integer(1), row.Text(2), row.Text(3), row.Time(4));

    private string NewId()
    {
        Span<byte> bits = stackalloc byte[IdBytes];
        random.GetBytes(bits);
        Span<char> text = stackalloc char[IdLength];
        Base62.Encode(bits, text);
        return string.Concat("usr_", text);
    }
}
