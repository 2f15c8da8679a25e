using Trellis.Ascend;

namespace Trellis.Cli.Ascend.Audit;

/// <summary>Reads the end of the log, and afterwards what was added since. The log comes newest first, in pages.</summary>
internal sealed class AuditTail(AscendClient client, AuditFilter filter)
{
    private const int PageSize = 100;

    private string? _last;

    /// <summary>The newest records, oldest of them first.</summary>
    public async Task<IReadOnlyList<AuditEvent>> NewestAsync(int count, CancellationToken cancellationToken)
    {
        var records = new List<AuditEvent>();
        while (records.Count < count)
        {
            var page = await PageAsync(Math.Min(PageSize, count - records.Count), records.Count, cancellationToken).ConfigureAwait(false);
            records.AddRange(page);
            if (page.Count == 0) break;
        }

        return Remember(records);
    }

    /// <summary>What was added since the last call, oldest first.</summary>
    public async Task<IReadOnlyList<AuditEvent>> AddedAsync(CancellationToken cancellationToken)
    {
        var records = new List<AuditEvent>();
        while (true)
        {
            var page = await PageAsync(PageSize, records.Count, cancellationToken).ConfigureAwait(false);
            foreach (var record in page)
            {
                if (record.EventId == _last) return Remember(records);
                records.Add(record);
            }

            if (page.Count == 0) return Remember(records);
        }
    }

    private async Task<IReadOnlyList<AuditEvent>> PageAsync(int limit, int offset, CancellationToken cancellationToken) =>
        (await client.Audit.QueryAsync(limit, offset, filter, cancellationToken).ConfigureAwait(false)).Events;

    // What is appended between two pages pushes records from the first onto the second.
    private List<AuditEvent> Remember(List<AuditEvent> newestFirst)
    {
        var records = newestFirst.DistinctBy(static record => record.EventId).Reverse().ToList();
        if (records.Count > 0) _last = records[^1].EventId;
        return records;
    }
}
