using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Audit;

/// <summary>
/// Reads the chain of one organisation. Without a filter a page costs the same however long the chain is; a filter is looked for along the
/// chain, since an index for each would make every appending slower. Safe for concurrent use.
/// </summary>
public interface IAuditReader
{
    /// <summary>The newest records first.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="organisationId">Whose chain.</param>
    /// <param name="filter">Which records.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="before">Only records with a smaller number: the last number of the page before.</param>
    /// <param name="offset">Leaves out so many of them.</param>
    ValueTask<IReadOnlyList<AuditLogRecord>> ReadNewestAsync(
        ISqlSession session, long organisationId, AuditFilter filter, int limit, long before = long.MaxValue, long offset = 0);

    /// <summary>The oldest records first.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="organisationId">Whose chain.</param>
    /// <param name="filter">Which records.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Only records with a greater number: the last number of the page before.</param>
    ValueTask<IReadOnlyList<AuditLogRecord>> ReadOldestAsync(
        ISqlSession session, long organisationId, AuditFilter filter, int limit, long after = 0);

    /// <summary>How many records there are.</summary>
    ValueTask<long> CountAsync(ISqlSession session, long organisationId, AuditFilter filter);
}
