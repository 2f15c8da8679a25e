using Trellis.Server.Kernel.Audit;

namespace Trellis.Server.Kernel.Tests.Audit;

/// <summary>
/// The values were computed with an independent program: Python's json.dumps(record, sort_keys=True), with U+007F escaped, and hashlib. They must never change:
/// a chain written today is verified by every later version.
/// </summary>
public sealed class AuditRecordHashTests
{
    private static readonly AuditRecord First = new()
    {
        OrganisationId = 1,
        SequenceNumber = 1,
        FormatVersion = 1,
        Id = "0197a1b2-0000-7000-8000-000000000001",
        Timestamp = 1768473000123456,
        Platform = "askii",
        EventType = "api_key_generated",
        ActorId = "usr_0000000000000000000001",
        ResourceType = "api_key",
        ResourceId = "key_1",
        Action = "create",
        Outcome = "success",
        RiskLevel = null,
        EventData = """{"key_alias": "caf\u00e9 \ud83d\ude00", "models": ["a", "b"], "spend": 1.0}""",
        IpAddress = "127.0.0.1",
        CorrelationId = "c-1",
    };

    private static readonly AuditRecord Second = First with
    {
        SequenceNumber = 2,
        Id = "0197a1b2-0000-7000-8000-000000000002",
        Timestamp = 1768473000123457,
        ActorId = "\"quoted\" \\ é \u007f \ud83d\ude00 \n",
        Outcome = "denied",
        RiskLevel = "high",
        EventData = "{}",
        IpAddress = null,
        CorrelationId = null,
    };

    [Fact]
    public void The_content_hash_of_a_full_record_is_the_golden_one() => AuditRecordHash.OfContent(First).ShouldBe("5c05e96343f22cfd926ee9bebe97431ca7cb202448a3acd5c437f91da3d8b460");

    [Fact]
    public void The_content_hash_of_a_record_with_nulls_and_escapes_is_the_golden_one() =>
        AuditRecordHash.OfContent(Second).ShouldBe("62147bf8e0e2091944326cb54525ec814592ae03d89543af62d7f720c57e7428");

    [Fact]
    public void The_chain_hashes_are_the_golden_ones()
    {
        var first = AuditRecordHash.OfLink(AuditRecordHash.OfContent(First), AuditRecordHash.Genesis);
        var second = AuditRecordHash.OfLink(AuditRecordHash.OfContent(Second), first);

        first.ShouldBe("54557743c2cfe36ad0ae46fe2537d3b78d33b0e00716d56a7b069b10696c51c7");
        second.ShouldBe("9be50b49db25b4447c77b8deab9aab89b7ed888ad14e5d5352b46fadc1614f21");
    }

    [Fact]
    public void The_chain_begins_with_64_zeros() => AuditRecordHash.Genesis.ShouldBe(new string('0', 64));
}
