using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Keys;

/// <summary>The SQL of what keys were used for. It counts actions, which are kept anyway; counting requests would cost a write each.</summary>
internal static class KeyUsageTable
{
    public static async ValueTask<KeyUsage> FindAsync(ISqlSession session, long organisationId, string keyId) =>
        (await session.QueryFirstOrDefaultAsync(
            $"SELECT COUNT(*), MAX(created_at) FROM ascend_actions WHERE organisation_id = {organisationId} AND requested_by = {keyId}",
            static row => new KeyUsage(row.Integer(0), row.TimeOrNull(1))))!;
}
