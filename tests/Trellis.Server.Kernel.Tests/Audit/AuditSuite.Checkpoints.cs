using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Audit;

public abstract partial class AuditSuite
{
    [Fact]
    public async Task A_checkpoint_vouches_for_the_records_before_it()
    {
        await AppendAsync(5);
        (await Checkpoints.WriteAsync(Cancellation)).ShouldBe(1);
        await AppendAsync(2);

        (await VerifyAsync()).ShouldBe(new AuditVerification(1, AuditFault.None, null, 7, 5));
    }

    [Fact]
    public async Task A_chain_that_has_not_grown_gets_no_checkpoint()
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);

        (await Checkpoints.WriteAsync(Cancellation)).ShouldBe(0);
    }

    [Fact]
    public async Task Only_chains_that_have_grown_enough_get_a_checkpoint()
    {
        await AppendAsync(10, organisation: 1);
        await AppendAsync(9, organisation: 2);

        (await Checkpoints.WriteAsync(10, Cancellation)).ShouldBe(1);
        (await VerifyAsync(1)).CheckpointedThrough.ShouldBe(10);
        (await VerifyAsync(2)).CheckpointedThrough.ShouldBe(0);
    }

    [Fact]
    public async Task A_checkpoint_is_good_after_its_key_is_retired()
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);
        await Keys.RotateAsync(TimeSpan.Zero, Cancellation);
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);

        (await VerifyAsync()).ShouldBe(new AuditVerification(1, AuditFault.None, null, 10, 10));
    }

    [Fact]
    public async Task A_chain_cut_below_a_checkpoint_with_its_head_set_back_is_found()
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);
        var third = (await RecordsAsync())[2];

        await TamperAsync("DELETE FROM audit_records WHERE sequence_number > 3", rows: 2);
        await TamperAsync($"UPDATE audit_heads SET sequence_number = 3, chain_hash = '{third.ChainHash}'");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.CutBelowCheckpoint, 4);
    }

    [Fact]
    public async Task A_chain_removed_as_a_whole_is_found_by_its_checkpoint()
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);

        await TamperAsync("DELETE FROM audit_records", rows: 5);
        await TamperAsync("DELETE FROM audit_heads");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.CutBelowCheckpoint, 1);
        (await VerifyAllAsync()).Select(outcome => outcome.OrganisationId).ShouldBe([1]);
    }

    [Fact]
    public async Task A_chain_written_anew_with_its_head_does_not_fit_its_checkpoint()
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);
        await ForgeAsync(from: 3, upTo: 5, moveHead: true);

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.CheckpointMismatch, 5);
    }

    [Theory]
    [InlineData("signed_at = signed_at + 1")]
    [InlineData("chain_hash = '0000000000000000000000000000000000000000000000000000000000000000'")]
    [InlineData("kid = 'nobody'")]
    public async Task A_changed_checkpoint_is_found(string change)
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);
        await AppendAsync(5);

        await TamperAsync($"UPDATE audit_checkpoints SET {change}");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.CheckpointForged, 5);
    }

    [Fact]
    public async Task A_checkpoint_moved_to_another_record_is_found()
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);

        await TamperAsync("UPDATE audit_checkpoints SET sequence_number = 4");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.CheckpointForged, 4);
    }

    [Fact]
    public async Task A_checkpoint_with_another_signature_is_found()
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);
        foreach (var signature in new[] { new byte[64], [], new byte[7] })
        {
            await Store.WriteAsync(session => session.ExecuteAsync($"UPDATE audit_checkpoints SET signature = {signature}"), Cancellation);

            await ShouldFailAsync(AuditStatus.Broken, AuditFault.CheckpointForged, 5);
        }
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_vouches_for_nothing()
    {
        await AppendAsync(5);
        await Checkpoints.WriteAsync(Cancellation);

        foreach (var jwk in new[] { "", "{}", "[]", """{"kty":"EC","x":"!","y":"!"}""", """{"kty":"EC","x":"AAAA","y":"AAAA"}""" })
        {
            await Store.WriteAsync(session => session.ExecuteAsync($"UPDATE signing_keys SET public_jwk = {jwk}"), Cancellation);

            await ShouldFailAsync(AuditStatus.Broken, AuditFault.CheckpointForged, 5);
        }
    }

    [Fact]
    public async Task While_the_server_runs_checkpoints_are_written_by_themselves()
    {
        using var service = new AuditCheckpointService(Checkpoints, Signal, _options, NullLogger<AuditCheckpointService>.Instance);
        await service.StartAsync(Cancellation);

        // The signal may come before the commit that it announces, so each round appends one more.
        while ((await VerifyAsync()).CheckpointedThrough == 0)
            await AppendAsync(10);

        await service.StopAsync(Cancellation);
        (await VerifyAsync()).Status.ShouldBe(AuditStatus.Valid);
    }

    [Fact]
    public async Task A_server_that_stops_in_good_order_leaves_a_checkpoint()
    {
        using var service = new AuditCheckpointService(Checkpoints, Signal, _options, NullLogger<AuditCheckpointService>.Instance);
        await service.StartAsync(Cancellation);
        await AppendAsync(3);

        await service.StopAsync(Cancellation);

        (await VerifyAsync()).ShouldBe(new AuditVerification(1, AuditFault.None, null, 3, 3));
    }

    private async Task<List<AuditVerification>> VerifyAllAsync()
    {
        var outcomes = new List<AuditVerification>();
        await foreach (var outcome in Verifier.VerifyAllAsync(null, Cancellation))
            outcomes.Add(outcome);
        return outcomes;
    }
}
