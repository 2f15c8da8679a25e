using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Audit;

public abstract partial class AuditSuite
{
    [Fact]
    public async Task An_untouched_chain_is_valid()
    {
        await AppendAsync(5);

        var outcome = await VerifyAsync();

        outcome.ShouldBe(new AuditVerification(1, AuditFault.None, null, 5, 0));
        outcome.Status.ShouldBe(AuditStatus.Valid);
    }

    [Fact]
    public async Task An_empty_chain_is_valid() => (await VerifyAsync()).ShouldBe(new AuditVerification(1, AuditFault.None, null, 0, 0));

    [Theory]
    [InlineData("id = 'x'")]
    [InlineData("occurred_at = occurred_at + 1")]
    [InlineData("platform = 'akshi'")]
    [InlineData("event_type = 'x'")]
    [InlineData("actor_id = 'usr_2'")]
    [InlineData("resource_type = 'x'")]
    [InlineData("resource_id = 'key_9'")]
    [InlineData("action = 'x'")]
    [InlineData("outcome = 'denied'")]
    [InlineData("risk_level = 'high'")]
    [InlineData("risk_level = NULL")]
    [InlineData("risk_level = ''")]
    [InlineData("event_data = '{\"a\": 1}'")]
    [InlineData("event_data = '{ }'")]
    [InlineData("event_data = 'not json'")]
    [InlineData("event_data = 'é'")]
    [InlineData("ip_address = '10.0.0.1'")]
    [InlineData("ip_address = NULL")]
    [InlineData("correlation_id = 'c-2'")]
    [InlineData("content_hash = 'x'")]
    [InlineData("content_hash = '0000000000000000000000000000000000000000000000000000000000000000'")]
    public async Task A_changed_field_is_found_and_its_record_named(string change)
    {
        await AppendAsync(5);

        await TamperAsync($"UPDATE audit_records SET {change} WHERE sequence_number = 3");

        await ShouldFailAsync(AuditStatus.Tampered, AuditFault.ContentChanged, 3);
    }

    [Fact]
    public async Task A_changed_format_is_found()
    {
        await AppendAsync(5);

        await TamperAsync("UPDATE audit_records SET format_version = 2 WHERE sequence_number = 3");

        await ShouldFailAsync(AuditStatus.Tampered, AuditFault.UnknownFormat, 3);
    }

    [Theory]
    [InlineData("chain_hash = 'x'")]
    [InlineData("chain_hash = content_hash")]
    public async Task A_changed_link_is_found(string change)
    {
        await AppendAsync(5);

        await TamperAsync($"UPDATE audit_records SET {change} WHERE sequence_number = 3");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.LinkChanged, 3);
    }

    [Fact]
    public async Task A_record_changed_together_with_its_content_hash_is_found()
    {
        await AppendAsync(5);
        var forged = (await RecordsAsync())[2].Record with { ActorId = "usr_2" };

        await TamperAsync($"UPDATE audit_records SET actor_id = 'usr_2', content_hash = '{AuditRecordHash.OfContent(forged)}' WHERE sequence_number = 3");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.LinkChanged, 3);
    }

    [Fact]
    public async Task A_record_changed_together_with_both_its_hashes_breaks_the_next_link()
    {
        await AppendAsync(5);
        await ForgeAsync(from: 3, upTo: 3);

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.LinkChanged, 4);
    }

    [Fact]
    public async Task A_chain_written_anew_from_a_record_on_does_not_fit_its_head()
    {
        await AppendAsync(5);
        await ForgeAsync(from: 3, upTo: 5);

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.HeadChanged, 5);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_deleted_record_is_found(int number)
    {
        await AppendAsync(5);

        await TamperAsync($"DELETE FROM audit_records WHERE sequence_number = {number}");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.RecordMissing, number);
    }

    [Fact]
    public async Task A_deleted_end_is_found()
    {
        await AppendAsync(5);

        await TamperAsync("DELETE FROM audit_records WHERE sequence_number >= 4", rows: 2);

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.RecordMissing, 4);
    }

    [Fact]
    public async Task Swapped_records_are_found()
    {
        await AppendAsync(5);

        await TamperAsync("UPDATE audit_records SET sequence_number = -2 WHERE sequence_number = 2");
        await TamperAsync("UPDATE audit_records SET sequence_number = 2 WHERE sequence_number = 3");
        await TamperAsync("UPDATE audit_records SET sequence_number = 3 WHERE sequence_number = -2");

        await ShouldFailAsync(AuditStatus.Tampered, AuditFault.ContentChanged, 2);
    }

    [Fact]
    public async Task A_record_moved_to_another_organisation_is_found_in_both_chains()
    {
        await AppendAsync(5, organisation: 1);
        await AppendAsync(2, organisation: 2);

        await TamperAsync("UPDATE audit_records SET organisation_id = 2 WHERE organisation_id = 1 AND sequence_number = 3");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.RecordMissing, 3, organisation: 1);
        await ShouldFailAsync(AuditStatus.Broken, AuditFault.RecordBeyondHead, 3, organisation: 2);
    }

    [Fact]
    public async Task A_head_set_back_is_found()
    {
        await AppendAsync(5);
        var third = (await RecordsAsync())[2];

        await TamperAsync($"UPDATE audit_heads SET sequence_number = 3, chain_hash = '{third.ChainHash}'");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.RecordBeyondHead, 4);
    }

    [Fact]
    public async Task A_head_with_another_hash_is_found()
    {
        await AppendAsync(5);

        await TamperAsync($"UPDATE audit_heads SET chain_hash = '{AuditRecordHash.Genesis}'");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.HeadChanged, 5);
    }

    [Fact]
    public async Task A_deleted_head_is_found()
    {
        await AppendAsync(5);

        await TamperAsync("DELETE FROM audit_heads");

        await ShouldFailAsync(AuditStatus.Broken, AuditFault.HeadMissing, 5);
    }

    /// <summary>Changes records as somebody would who knows how the hashes are made.</summary>
    private async Task ForgeAsync(long from, long upTo, bool moveHead = false)
    {
        var previous = AuditRecordHash.Genesis;
        foreach (var stored in await RecordsAsync())
        {
            var number = stored.Record.SequenceNumber;
            if (number < from || number > upTo)
            {
                previous = stored.ChainHash;
                continue;
            }

            var content = AuditRecordHash.OfContent(stored.Record with { ActorId = "usr_2" });
            previous = AuditRecordHash.OfLink(content, previous);
            await TamperAsync(
                $"UPDATE audit_records SET actor_id = 'usr_2', content_hash = '{content}', chain_hash = '{previous}' WHERE sequence_number = {number}");
        }

        if (moveHead)
            await TamperAsync($"UPDATE audit_heads SET chain_hash = '{previous}'");
    }
}
