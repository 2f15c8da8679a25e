using System.Collections.Concurrent;
using System.Text.Json;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Console.Overview;

/// <summary>
/// What happened in the last day, hour by hour, as the audit trail of all platforms has it. It remembers how far it has read, so that a page
/// that looks each second reads what is new and nothing else. Safe for concurrent use.
/// </summary>
internal sealed class DayHistory(IStore store, IAuditReader audit, TimeProvider time)
{
    /// <summary>How many hours are shown, the running one among them.</summary>
    public const int Hours = 24;

    private const int PageSize = 500;

    /// <summary>How far a first look goes back; a server that does more in a day shows the end of it.</summary>
    private const int MostRecords = 50_000;

    private readonly ConcurrentDictionary<long, Ledger> _ledgers = new();

    /// <summary>The hours of an organisation, the oldest first.</summary>
    public async ValueTask<IReadOnlyList<HourTally>> ReadAsync(long organisationId, CancellationToken cancellationToken)
    {
        var ledger = _ledgers.GetOrAdd(organisationId, static _ => new Ledger());
        await ledger.Gate.WaitAsync(cancellationToken);
        try
        {
            var end = HourOf(time.GetUtcNow());
            var begin = end.AddHours(1 - Hours);
            if (ledger.Last is null)
                await BeginAsync(ledger, organisationId, begin, cancellationToken);
            else
                await FollowAsync(ledger, organisationId, cancellationToken);

            foreach (var old in ledger.Hours.Keys.Where(hour => hour < begin).ToArray())
                ledger.Hours.Remove(old);
            return [.. Enumerable.Range(0, Hours).Select(hour => begin.AddHours(hour)).Select(hour => ledger.Hours.GetValueOrDefault(hour) ?? new HourTally(hour))];
        }
        finally
        {
            ledger.Gate.Release();
        }
    }

    private async ValueTask BeginAsync(Ledger ledger, long organisationId, DateTimeOffset begin, CancellationToken cancellationToken)
    {
        var (before, read, last) = (long.MaxValue, 0, 0L);
        var filter = new AuditFilter { From = begin };
        while (read < MostRecords)
        {
            var records = await store.ReadAsync(
                session => audit.ReadNewestAsync(session, organisationId, filter, PageSize, before), cancellationToken);
            if (records.Count == 0)
                break;

            last = Math.Max(last, records[0].SequenceNumber);
            before = records[^1].SequenceNumber;
            read += records.Count;
            foreach (var record in records)
                ledger.Add(record);
        }

        ledger.Last = last;
    }

    private async ValueTask FollowAsync(Ledger ledger, long organisationId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var after = ledger.Last!.Value;
            var records = await store.ReadAsync(
                session => audit.ReadOldestAsync(session, organisationId, AuditFilter.None, PageSize, after), cancellationToken);
            if (records.Count == 0)
                return;

            foreach (var record in records)
                ledger.Add(record);
            ledger.Last = records[^1].SequenceNumber;
        }
    }

    private static DateTimeOffset HourOf(DateTimeOffset moment) => new(moment.Year, moment.Month, moment.Day, moment.Hour, 0, 0, TimeSpan.Zero);

    private sealed class Ledger
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Dictionary<DateTimeOffset, HourTally> Hours { get; } = [];

        public long? Last { get; set; }

        public void Add(AuditLogRecord record)
        {
            var hour = HourOf(record.Timestamp);
            var tally = Hours.GetValueOrDefault(hour) ?? new HourTally(hour);
            Hours[hour] = record switch
            {
                { Platform: "ascend", ResourceType: "agent_action", EventType: "policy_violation" } => tally with { Denied = tally.Denied + 1 },
                { Platform: "ascend", ResourceType: "agent_action" } when StatusOf(record) is { } status => status switch
                {
                    "approved" => tally with { Allowed = tally.Allowed + 1 },
                    "denied" => tally with { Denied = tally.Denied + 1 },
                    _ => tally with { Pending = tally.Pending + 1 },
                },
                { EventType: "chat_completed" } => tally with { NanoUsd = tally.NanoUsd + CostOf(record) },
                _ => tally,
            };
        }

        // Later events of an action have no status of a decision.
        private static string? StatusOf(AuditLogRecord record)
        {
            using var data = JsonDocument.Parse(record.EventData);
            return data.RootElement.TryGetProperty("enforcement_decision", out _) && data.RootElement.TryGetProperty("status", out var status)
                ? status.GetString()
                : null;
        }

        private static long CostOf(AuditLogRecord record)
        {
            using var data = JsonDocument.Parse(record.EventData);
            return data.RootElement.TryGetProperty("cost_nano_usd", out var cost) && cost.TryGetInt64(out var amount) ? amount : 0;
        }
    }
}
