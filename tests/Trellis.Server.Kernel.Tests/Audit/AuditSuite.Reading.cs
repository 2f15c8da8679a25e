using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Kernel.Tests.Audit;

public abstract partial class AuditSuite
{
    private static readonly AuditReader Reader = new();

    [Fact]
    public async Task The_newest_records_come_first()
    {
        await AppendAsync(5);

        (await NewestAsync(limit: 3)).Select(record => record.SequenceNumber).ShouldBe([5, 4, 3]);
    }

    [Fact]
    public async Task A_page_goes_on_before_the_number_of_the_last()
    {
        await AppendAsync(5);

        (await NewestAsync(limit: 3, before: 3)).Select(record => record.SequenceNumber).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task An_offset_leaves_out_the_newest()
    {
        await AppendAsync(5);

        (await NewestAsync(limit: 2, offset: 1)).Select(record => record.SequenceNumber).ShouldBe([4, 3]);
        (await NewestAsync(limit: 2, offset: 5)).ShouldBeEmpty();
        (await NewestAsync(new AuditFilter { Platform = "askii" }, limit: 2, offset: 3)).Select(record => record.SequenceNumber).ShouldBe([2, 1]);
    }

    [Fact]
    public async Task The_oldest_records_come_first_when_they_are_asked_for()
    {
        await AppendAsync(5);

        (await OldestAsync(limit: 2)).Select(record => record.SequenceNumber).ShouldBe([1, 2]);
        (await OldestAsync(limit: 9, after: 2)).Select(record => record.SequenceNumber).ShouldBe([3, 4, 5]);
    }

    [Fact]
    public async Task A_record_is_read_with_its_hashes_and_that_of_the_record_before()
    {
        await AppendAsync(2);

        var records = await OldestAsync(limit: 2);

        records[0].PreviousHash.ShouldBe(AuditRecordHash.Genesis);
        records[1].PreviousHash.ShouldBe(records[0].ChainHash);
        records[1].ChainHash.ShouldBe(AuditRecordHash.OfLink(records[1].ContentHash, records[0].ChainHash));
        records[1].ResourceId.ShouldBe("key_1");
        records[1].Timestamp.ShouldBe(Time.GetUtcNow());
        records[1].EventData.ShouldBe("{}");
    }

    [Fact]
    public async Task The_records_of_another_organisation_are_not_seen()
    {
        await AppendAsync(2, organisation: 1);
        await AppendAsync(1, organisation: 2);

        (await NewestAsync(limit: 9)).Count.ShouldBe(2);
        (await CountAsync(AuditFilter.None)).ShouldBe(2);
        (await CountAsync(new AuditFilter { EventType = "api_key_generated" })).ShouldBe(2);
    }

    [Fact]
    public async Task Every_part_of_a_filter_narrows_the_choice()
    {
        await AppendAsync(2);
        Time.Advance(TimeSpan.FromHours(1));
        var later = Time.GetUtcNow();
        await AppendAsync(new AuditEvent
        {
            OrganisationId = 1,
            Platform = "ascend",
            EventType = "agent_registered",
            ActorId = "usr_2",
            ResourceType = "agent",
            ResourceId = "agent-1",
            Action = "register",
            Outcome = AuditOutcome.Denied,
            RiskLevel = "high",
            CorrelationId = "c-2",
        });

        AuditFilter[] filters =
        [
            new() { Platform = "ascend" }, new() { EventType = "agent_registered" }, new() { ActorId = "usr_2" }, new() { ResourceType = "agent" },
            new() { ResourceId = "agent-1" }, new() { Action = "register" }, new() { Outcome = "denied" }, new() { RiskLevel = "high" },
            new() { CorrelationId = "c-2" }, new() { From = later }, new() { Platform = "ascend", Until = later.AddSeconds(1) },
        ];
        foreach (var filter in filters)
        {
            (await NewestAsync(filter)).ShouldHaveSingleItem().SequenceNumber.ShouldBe(3, filter.ToString());
            (await CountAsync(filter)).ShouldBe(1, filter.ToString());
        }

        (await CountAsync(new AuditFilter { Until = later })).ShouldBe(2);
        (await CountAsync(new AuditFilter { Platform = "akshi" })).ShouldBe(0);
    }

    [Fact]
    public async Task An_empty_chain_has_no_records()
    {
        (await NewestAsync(offset: 3)).ShouldBeEmpty();
        (await CountAsync(AuditFilter.None)).ShouldBe(0);
    }

    private Task<IReadOnlyList<AuditLogRecord>> NewestAsync(
        AuditFilter? filter = null, int limit = 10, long before = long.MaxValue, long offset = 0) =>
        Store.ReadAsync(session => Reader.ReadNewestAsync(session, 1, filter ?? AuditFilter.None, limit, before, offset), Cancellation).AsTask();

    private Task<IReadOnlyList<AuditLogRecord>> OldestAsync(int limit, long after = 0) =>
        Store.ReadAsync(session => Reader.ReadOldestAsync(session, 1, AuditFilter.None, limit, after), Cancellation).AsTask();

    private Task<long> CountAsync(AuditFilter filter) =>
        Store.ReadAsync(session => Reader.CountAsync(session, 1, filter), Cancellation).AsTask();
}
