using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Audit;

public abstract partial class AuditSuite
{
    private const int Long = 1_200;

    [Fact]
    public async Task A_chain_of_several_pages_is_walked_to_its_end_with_progress()
    {
        await AppendInOneTransactionAsync(Long);
        await Checkpoints.WriteAsync(Cancellation);
        var progress = new RecordedProgress();

        var outcome = await Verifier.VerifyAsync(1, progress, Cancellation);

        outcome.ShouldBe(new AuditVerification(1, AuditFault.None, null, Long, Long));
        progress.Reports.Select(report => report.Verified).ShouldBe([500, 1000, Long]);
        progress.Reports.ShouldAllBe(report => report.Total == Long && report.OrganisationId == 1);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(501)]
    [InlineData(Long)]
    public async Task A_bad_record_at_the_border_of_a_page_is_named(int number)
    {
        await AppendInOneTransactionAsync(Long);

        await TamperAsync($"UPDATE audit_records SET actor_id = 'usr_2' WHERE sequence_number = {number}");

        await ShouldFailAsync(AuditStatus.Tampered, AuditFault.ContentChanged, number);
    }

    [Fact]
    public async Task A_whole_missing_page_is_found()
    {
        await AppendInOneTransactionAsync(Long);

        await TamperAsync("DELETE FROM audit_records WHERE sequence_number BETWEEN 501 AND 1000", rows: 500);

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.RecordMissing, 501);
    }

    [Fact]
    public async Task All_chains_are_verified_one_after_the_other()
    {
        await AppendAsync(2, organisation: 7);
        await AppendAsync(1, organisation: 3);

        (await VerifyAllAsync()).ShouldBe(
        [
            new AuditVerification(3, AuditFault.None, null, 1, 0),
            new AuditVerification(7, AuditFault.None, null, 2, 0),
        ]);
    }

    [Fact]
    public async Task Appending_during_the_walk_does_not_disturb_it()
    {
        await AppendInOneTransactionAsync(Long);
        var appending = new AppendingProgress(this);

        var outcome = await Verifier.VerifyAsync(1, appending, Cancellation);

        outcome.ShouldBe(new AuditVerification(1, AuditFault.None, null, Long, 0));
        (await VerifyAsync()).RecordsVerified.ShouldBe(Long + 3);
    }

    [Fact]
    public void Every_fault_has_a_sentence_and_a_status()
    {
        foreach (var fault in Enum.GetValues<AuditFault>())
        {
            var outcome = new AuditVerification(1, fault, null, 0, 0);
            outcome.Reason.ShouldEndWith(".");
            outcome.Status.ShouldBe(fault switch
            {
                AuditFault.None => AuditStatus.Valid,
                AuditFault.ContentChanged or AuditFault.UnknownFormat => AuditStatus.Tampered,
                _ => AuditStatus.Broken,
            });
        }
    }

    private async Task AppendInOneTransactionAsync(int count) => await Store.WriteAsync(
        async session =>
        {
            for (var i = 0; i < count; i++)
                await _log!.AppendAsync(session, Event(resource: $"key_{i}"));
        },
        Cancellation);

    private sealed class RecordedProgress : IProgress<AuditVerificationProgress>
    {
        public List<AuditVerificationProgress> Reports { get; } = [];

        public void Report(AuditVerificationProgress value) => Reports.Add(value);
    }

    private sealed class AppendingProgress(AuditSuite suite) : IProgress<AuditVerificationProgress>
    {
        public void Report(AuditVerificationProgress value) => Task.Run(() => suite.AppendAsync(1)).Wait(Cancellation);
    }
}
