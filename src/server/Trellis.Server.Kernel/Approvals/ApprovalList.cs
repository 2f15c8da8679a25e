using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Approvals;

/// <summary>The SQL of many approvals.</summary>
internal static class ApprovalList
{
    private static readonly SqlFragment Any = new("1 = 1");
    private static readonly SqlFragment Pending = new("state = 'pending'");
    private static readonly SqlFragment Approved = new("state = 'approved'");
    private static readonly SqlFragment Rejected = new("state = 'rejected'");
    private static readonly SqlFragment Cancelled = new("state = 'cancelled'");

    // A pending one that is past its time counts as expired before the clock has come by.
    private static readonly SqlFragment PendingOrExpired = new("state IN ('pending', 'expired')");

    public static ValueTask<IReadOnlyList<Approval>> ReadAsync(
        ISqlSession session, long organisationId, ApprovalFilter filter, ApprovalPage page, DateTimeOffset now)
    {
        var byteOrder = session.Dialect.ByteOrder;
        return session.QueryAsync(
            $"""
            SELECT {ApprovalTable.Columns} FROM approvals
            WHERE organisation_id = {organisationId} AND {States(filter.State)}
              AND ({filter.State is not ApprovalState.Pending} = 1 OR expires_at IS NULL OR expires_at > {now})
              AND ({filter.State is not ApprovalState.Expired} = 1 OR state = 'expired' OR expires_at <= {now})
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
            WHERE organisation_id = {organisationId} AND {States(filter.State)}
              AND ({filter.State is not ApprovalState.Pending} = 1 OR expires_at IS NULL OR expires_at > {now})
              AND ({filter.State is not ApprovalState.Expired} = 1 OR state = 'expired' OR expires_at <= {now})
              AND ({filter.Platform} IS NULL OR platform = {filter.Platform})
              AND ({Review(filter)} IS NULL OR review = {Review(filter)})
            """) ?? 0;

    private static SqlFragment States(ApprovalState? state) => state switch
    {
        ApprovalState.Pending => Pending,
        ApprovalState.Approved => Approved,
        ApprovalState.Rejected => Rejected,
        ApprovalState.Expired => PendingOrExpired,
        ApprovalState.Cancelled => Cancelled,
        _ => Any,
    };

    private static string? Review(ApprovalFilter filter) => filter.Review is { } review ? ApprovalWords<ApprovalReview>.Of(review) : null;
}
