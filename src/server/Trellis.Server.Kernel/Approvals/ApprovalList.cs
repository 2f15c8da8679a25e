using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>The SQL of many approvals.</summary>
internal static class ApprovalList
{
    public static ValueTask<IReadOnlyList<Approval>> ReadAsync(
        ISqlSession session, long organisationId, ApprovalFilter filter, ApprovalPage page, DateTimeOffset now)
    {
        var byteOrder = session.Dialect.ByteOrder;
        return session.QueryAsync(
            $"""
            SELECT {ApprovalTable.Columns} FROM approvals
            WHERE organisation_id = {organisationId} AND {StoredStates(filter)}
              AND (state <> 'pending'
                   OR CASE WHEN expires_at <= {now} THEN {Wants(filter, ApprovalState.Expired)} ELSE {Wants(filter, ApprovalState.Pending)} END = 1)
              AND ({filter.Platform} IS NULL OR platform = {filter.Platform})
              AND ({Review(filter)} IS NULL OR review = {Review(filter)})
              AND ({page.After is null} = 1 OR created_at < {page.After?.CreatedAt}
                   OR (created_at = {page.After?.CreatedAt} AND id {byteOrder} < {page.After?.Id}))
            ORDER BY created_at DESC, id {byteOrder} DESC LIMIT {page.Limit} OFFSET {page.Offset}
            """,
            ApprovalTable.Map);
    }

    public static async ValueTask<long> CountAsync(ISqlSession session, long organisationId, ApprovalFilter filter, DateTimeOffset now) =>
        await session.QueryIntegerAsync(
            $"""
            SELECT count(*) FROM approvals
            WHERE organisation_id = {organisationId} AND {StoredStates(filter)}
              AND (state <> 'pending'
                   OR CASE WHEN expires_at <= {now} THEN {Wants(filter, ApprovalState.Expired)} ELSE {Wants(filter, ApprovalState.Pending)} END = 1)
              AND ({filter.Platform} IS NULL OR platform = {filter.Platform})
              AND ({Review(filter)} IS NULL OR review = {Review(filter)})
            """) ?? 0;

    // Written out, so that the engines use the index of states. What is stored as pending may have expired.
    private static SqlFragment StoredStates(ApprovalFilter filter)
    {
        if (filter.States.Count == 0)
            return new SqlFragment("1 = 1");

        var stored = filter.States.Contains(ApprovalState.Expired) ? filter.States.Append(ApprovalState.Pending) : filter.States;
        return new SqlFragment($"state IN ({string.Join(", ", stored.Select(static state => $"'{ApprovalWords<ApprovalState>.Of(state)}'"))})");
    }

    private static bool Wants(ApprovalFilter filter, ApprovalState state) => filter.States.Count == 0 || filter.States.Contains(state);

    private static string? Review(ApprovalFilter filter) => filter.Review is { } review ? ApprovalWords<ApprovalReview>.Of(review) : null;
}
