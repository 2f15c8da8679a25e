using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>The SQL of what the clock has to look at.</summary>
internal static class ApprovalDueList
{
    /// <summary>What is due by a time, in the order of being due, after an entry that was read before.</summary>
    public static ValueTask<IReadOnlyList<DueApproval>> ReadAsync(ISqlSession session, DateTimeOffset now, DueApproval after, int limit) =>
        session.QueryAsync(
            $"""
            SELECT organisation_id, id, due_at FROM approvals
            WHERE due_at <= {now} AND (due_at > {after.DueAt} OR (due_at = {after.DueAt} AND id {session.Dialect.ByteOrder} > {after.Id}))
            ORDER BY due_at, id {session.Dialect.ByteOrder} LIMIT {limit}
            """,
            static row => new DueApproval(row.Integer(0), row.Text(1), row.Time(2)));

    /// <summary>When the first one after a time is due; null when none is.</summary>
    public static async ValueTask<DateTimeOffset?> NextAsync(ISqlSession session, DateTimeOffset now) =>
        await session.QueryIntegerAsync($"SELECT MIN(due_at) FROM approvals WHERE due_at > {now}") is { } due
            ? UnixTime.FromMicroseconds(due)
            : null;
}
