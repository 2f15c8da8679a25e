using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Signing;

/// <summary>The SQL of signing secrets, and of the signatures that were seen.</summary>
internal static class SigningTable
{
    public static ValueTask<SigningSettings?> FindAsync(ISqlSession session, long organisationId) =>
        session.QueryFirstOrDefaultAsync(
            $"SELECT sealed_secret, require_signature, updated_at FROM ascend_signing WHERE organisation_id = {organisationId}",
            static row => new SigningSettings(row.Text(0), row.Boolean(1), row.Time(2)));

    public static ValueTask<int> SetAsync(ISqlSession session, long organisationId, SigningSettings settings) =>
        session.ExecuteAsync(
            $"""
            INSERT INTO ascend_signing (organisation_id, sealed_secret, require_signature, updated_at)
            VALUES ({organisationId}, {settings.SealedSecret}, {settings.RequireSignature}, {settings.UpdatedAt})
            ON CONFLICT (organisation_id) DO UPDATE SET
                sealed_secret = excluded.sealed_secret, require_signature = excluded.require_signature, updated_at = excluded.updated_at
            """);

    public static ValueTask<int> DeleteAsync(ISqlSession session, long organisationId) =>
        session.ExecuteAsync($"DELETE FROM ascend_signing WHERE organisation_id = {organisationId}");

    /// <summary>Takes note of a signature; false when it was seen before.</summary>
    public static async ValueTask<bool> TryRememberAsync(
        ISqlSession session, long organisationId, string signature, DateTimeOffset now, DateTimeOffset expiresAt)
    {
        await session.ExecuteAsync($"DELETE FROM ascend_signatures WHERE organisation_id = {organisationId} AND expires_at <= {now}");
        return await session.TryExecuteAsync(
            $"""
            INSERT INTO ascend_signatures (organisation_id, signature, expires_at) VALUES ({organisationId}, {signature}, {expiresAt})
            ON CONFLICT DO NOTHING
            """);
    }
}
