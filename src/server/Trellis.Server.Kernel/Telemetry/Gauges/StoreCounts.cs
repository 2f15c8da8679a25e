using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Telemetry;

/// <summary>What waits in the store, and how long the audit chains are. Each number comes from an index that holds little else.</summary>
internal sealed record StoreCounts
{
    /// <summary>Deliveries that wait for an attempt, and since when the first could have been made, by platform.</summary>
    public required IReadOnlyList<(string Platform, long Deliveries, DateTimeOffset Due)> Webhooks { get; init; }

    /// <summary>Jobs that are not finished, by state.</summary>
    public required IReadOnlyList<(string State, long Jobs)> Jobs { get; init; }

    /// <summary>Records of all audit chains.</summary>
    public required long AuditRecords { get; init; }

    /// <summary>Records after the last checkpoint of their chain.</summary>
    public required long UnsignedAuditRecords { get; init; }

    /// <summary>Counts.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static async ValueTask<StoreCounts> ReadAsync(ISqlSession session)
    {
        var webhooks = await session.QueryAsync(
            $"SELECT platform, COUNT(*), MIN(due_at) FROM webhook_deliveries WHERE due_at IS NOT NULL GROUP BY platform",
            static row => (row.Text(0), row.Integer(1), row.Time(2)));
        var jobs = await session.QueryAsync(
            $"SELECT state, COUNT(*) FROM jobs WHERE due_at IS NOT NULL GROUP BY state",
            static row => (row.Text(0), row.Integer(1)));
        var (records, signed) = await session.QueryFirstOrDefaultAsync(
            $"""
            SELECT CAST(COALESCE(SUM(sequence_number), 0) AS bigint), CAST(COALESCE(SUM(signed), 0) AS bigint) FROM (
                SELECT h.sequence_number,
                    (SELECT MAX(c.sequence_number) FROM audit_checkpoints c WHERE c.organisation_id = h.organisation_id) AS signed
                FROM audit_heads h) chains
            """,
            static row => (row.Integer(0), row.Integer(1)));
        return new StoreCounts { Webhooks = webhooks, Jobs = jobs, AuditRecords = records, UnsignedAuditRecords = records - signed };
    }
}
