using System.Text;
using System.Text.Json;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Tests.Audit;

public abstract partial class AuditSuite
{
    [Fact]
    public async Task Records_are_numbered_from_one_and_linked()
    {
        await AppendAsync(3);

        var records = await RecordsAsync();

        records.Select(stored => stored.Record.SequenceNumber).ShouldBe([1, 2, 3]);
        var previous = AuditRecordHash.Genesis;
        foreach (var stored in records)
        {
            stored.ContentHash.ShouldBe(AuditRecordHash.OfContent(stored.Record));
            stored.ChainHash.ShouldBe(AuditRecordHash.OfLink(stored.ContentHash, previous));
            previous = stored.ChainHash;
        }
    }

    [Fact]
    public async Task A_record_holds_what_happened()
    {
        var receipt = await AppendAsync(Event(data: AuditData.Object(json => json.WriteNumber("days", 30))));

        var stored = (await RecordsAsync()).Single();

        stored.Record.ShouldBe(new AuditRecord
        {
            OrganisationId = 1,
            SequenceNumber = 1,
            FormatVersion = 1,
            Id = receipt.Id,
            Timestamp = UnixTime.ToMicroseconds(Time.GetUtcNow()),
            Platform = "askii",
            EventType = "api_key_generated",
            ActorId = "usr_1",
            ResourceType = "api_key",
            ResourceId = "key_1",
            Action = "create",
            Outcome = "success",
            RiskLevel = "low",
            EventData = """{"days": 30}""",
            IpAddress = "127.0.0.1",
            CorrelationId = "c-1",
        });
        receipt.SequenceNumber.ShouldBe(1);
        receipt.ChainHash.ShouldBe(stored.ChainHash);
    }

    [Fact]
    public async Task Organisations_have_chains_of_their_own()
    {
        await AppendAsync(2, organisation: 1);
        await AppendAsync(3, organisation: 2);

        (await VerifyAsync(1)).RecordsVerified.ShouldBe(2);
        (await VerifyAsync(2)).RecordsVerified.ShouldBe(3);
    }

    [Fact]
    public async Task Appending_side_by_side_leaves_no_gap()
    {
        var receipts = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => AppendAsync(Event(organisation: 1 + (i % 2)))));

        receipts.Select(receipt => receipt.SequenceNumber).Order().ShouldBe(Enumerable.Range(0, 100).Select(i => 1L + (i / 2)));
        (await VerifyAsync(1)).ShouldBe(new AuditVerification(1, AuditFault.None, null, 50, 0));
        (await VerifyAsync(2)).ShouldBe(new AuditVerification(2, AuditFault.None, null, 50, 0));
    }

    [Fact]
    public async Task A_transaction_that_fails_leaves_no_record_and_no_gap()
    {
        await AppendAsync(1);
        await Should.ThrowAsync<InvalidOperationException>(async () => await Store.WriteAsync<bool>(
            async session =>
            {
                await _log!.AppendAsync(session, Event());
                throw new InvalidOperationException("The work failed.");
            },
            Cancellation));
        await AppendAsync(1);

        (await VerifyAsync()).ShouldBe(new AuditVerification(1, AuditFault.None, null, 2, 0));
    }

    [Fact]
    public async Task Two_records_of_one_transaction_follow_each_other()
    {
        await Store.WriteAsync(
            async session =>
            {
                await _log!.AppendAsync(session, Event());
                return await _log.AppendAsync(session, Event());
            },
            Cancellation);

        (await VerifyAsync()).RecordsVerified.ShouldBe(2);
    }

    [Fact]
    public async Task Secrets_are_redacted_before_the_record_is_hashed()
    {
        const string Secret = "sk-0123456789abcdef0123";
        await AppendAsync(new AuditEvent
        {
            OrganisationId = 1,
            Platform = Secret,
            EventType = Secret,
            ActorId = Secret,
            ResourceType = Secret,
            ResourceId = Secret,
            Action = Secret,
            Outcome = Secret,
            RiskLevel = Secret,
            Data = AuditData.FromUtf8Json(Encoding.UTF8.GetBytes($$"""{"password":"hunter2","note":"{{Secret}}"}""")),
            IpAddress = Secret,
            CorrelationId = Secret,
        });

        var stored = (await RecordsAsync()).Single();

        stored.Record.ToString().ShouldNotContain(Secret);
        stored.Record.EventData.ShouldBe("""{"note": "***redacted***", "password": "***redacted***"}""");
        (await VerifyAsync()).Status.ShouldBe(AuditStatus.Valid);
    }

    [Fact]
    public async Task Any_text_survives_the_store()
    {
        var text = "\0\u0001\u001f\"\\/é€\ud800\udc00\ud83d\ude00\udfff\u007f\u2028'; DROP TABLE audit_records; --";
        await AppendAsync(Event(resource: text, data: AuditData.Object(json => json.WriteString("t", "é\0\n"))));
        await AppendAsync(Event(data: AuditData.FromUtf8Json(Encoding.UTF8.GetBytes("""{"lone":"\ud800","nul":"\u0000"}"""))));

        (await VerifyAsync()).ShouldBe(new AuditVerification(1, AuditFault.None, null, 2, 0));
    }

    [Fact]
    public async Task Data_that_are_not_JSON_are_refused_and_leave_nothing()
    {
        await Should.ThrowAsync<JsonException>(async () => await AppendAsync(Event(data: AuditData.FromUtf8Json("{"u8.ToArray()))));

        (await RecordsAsync()).ShouldBeEmpty();
    }
}
