using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Kernel.Tests.Audit;

public abstract partial class AuditSuite
{
    [Fact]
    public async Task A_part_of_a_chain_is_verified_by_itself()
    {
        await AppendAsync(7);

        (await VerifyRangeAsync(3, 5)).ShouldBe(new AuditVerification(1, AuditFault.None, null, 3, 0));
        (await VerifyRangeAsync(1, 7)).ShouldBe(new AuditVerification(1, AuditFault.None, null, 7, 0));
        (await VerifyRangeAsync(6, 100)).ShouldBe(new AuditVerification(1, AuditFault.None, null, 2, 0));
    }

    [Fact]
    public async Task A_part_names_its_first_bad_record_and_none_outside_of_it()
    {
        await AppendAsync(7);
        await TamperAsync("UPDATE audit_records SET actor_id = 'usr_2' WHERE sequence_number = 3");

        (await VerifyRangeAsync(2, 5)).ShouldBe(new AuditVerification(1, AuditFault.ContentChanged, 3, 1, 0));
        (await VerifyRangeAsync(4, 7)).Fault.ShouldBe(AuditFault.None);
    }

    [Fact]
    public async Task A_record_that_is_missing_from_a_part_or_before_it_is_found()
    {
        await AppendAsync(7);
        await TamperAsync("DELETE FROM audit_records WHERE sequence_number = 4");

        (await VerifyRangeAsync(3, 5)).ShouldBe(new AuditVerification(1, AuditFault.RecordMissing, 4, 1, 0));
        (await VerifyRangeAsync(3, 4)).ShouldBe(new AuditVerification(1, AuditFault.RecordMissing, 4, 1, 0));
        (await VerifyRangeAsync(5, 6)).ShouldBe(new AuditVerification(1, AuditFault.RecordMissing, 4, 0, 0));
    }

    [Fact]
    public async Task A_part_that_reaches_the_end_is_compared_with_the_head()
    {
        await AppendAsync(4);
        await TamperAsync("UPDATE audit_heads SET chain_hash = 'x'");

        (await VerifyRangeAsync(3, 4)).Fault.ShouldBe(AuditFault.HeadChanged);
        (await VerifyRangeAsync(2, 3)).Fault.ShouldBe(AuditFault.None);
    }

    [Fact]
    public async Task A_part_is_at_least_one_record()
    {
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => VerifyRangeAsync(0, 3));
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => VerifyRangeAsync(4, 3));
    }

    private Task<AuditVerification> VerifyRangeAsync(long first, long last) => Verifier.VerifyRangeAsync(1, first, last, Cancellation);
}
