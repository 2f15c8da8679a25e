using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Webhooks;
using Trellis.Server.Kernel.Webhooks;

namespace Trellis.Server.Ascend.Tests.Webhooks;

/// <summary>The envelope and the signature (contract, sections 5.2 and 5.3, appendix A4).</summary>
public sealed class WebhookFormatTests
{
    private readonly AscendWebhookFormat _format = new();

    [Fact]
    public void The_signature_is_the_golden_one()
    {
        var headers = _format.WriteHeaders(new WebhookSigning
        {
            DeliveryId = "del_1",
            Event = "action.approved",
            At = DateTimeOffset.FromUnixTimeSeconds(1768473000),
            Body = """{"id":"evt_abc123","event":"action.approved","created_at":"2026-01-15T10:30:00Z","data":{"action_id":"act_123"}}"""u8.ToArray(),
            Secret = "whsec_test"u8.ToArray(),
        }).ToDictionary();

        headers["X-ASCEND-Signature"].ShouldBe("sha256=295eeca0014afb6c30e22e30c3ae898d5fb2cc2bf2409a1703620d2a7c6561b9");
        headers["X-ASCEND-Timestamp"].ShouldBe("1768473000");
        headers["X-ASCEND-Event-Type"].ShouldBe("action.approved");
        headers["X-ASCEND-Delivery-ID"].ShouldBe("del_1");
    }

    [Fact]
    public void The_envelope_holds_what_every_published_variant_has()
    {
        var at = new DateTimeOffset(2026, 1, 15, 10, 30, 0, TimeSpan.Zero);

        var body = Encoding.UTF8.GetString(_format.WriteBody(new WebhookMessage("evt_1", 7, "action.approved", at, """{"n": 1.0}"""u8.ToArray())));

        JsonNode.DeepEquals(
            JsonNode.Parse(body),
            JsonNode.Parse(
                """
                {"id":"evt_1","event":"action.approved","type":"action.approved","created_at":"2026-01-15T10:30:00Z",
                 "timestamp":"2026-01-15T10:30:00Z","organization_id":7,"data":{"n":1.0}}
                """)).ShouldBeTrue(body);
    }
}
