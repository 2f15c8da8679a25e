using System.Text;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Webhooks;

public sealed class VerificationTests
{
    private const string Body = """{"id":"evt_abc123","event":"action.approved","created_at":"2026-01-15T10:30:00Z","data":{"action_id":"act_123"}}""";
    private const string Timestamp = "1768473000";
    private const string WithTimestamp = "295eeca0014afb6c30e22e30c3ae898d5fb2cc2bf2409a1703620d2a7c6561b9";
    private const string BodyOnly = "2cd06604f3565b185bbe71a2c7343c3eab81d86742b4ba3a402a94bb8f260e75";

    private readonly ManualTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1768473000));

    [Theory]
    [InlineData("sha256=")]
    [InlineData("v1=")]
    public void Golden_vector_A4_is_genuine_under_both_prefixes(string prefix) => Verify(prefix + WithTimestamp).ShouldBe(WebhookVerdict.Genuine);

    [Fact]
    public void Upper_case_digits_are_the_same_signature() => Verify("sha256=" + WithTimestamp.ToUpperInvariant()).ShouldBe(WebhookVerdict.Genuine);

    [Fact]
    public void A_signature_of_the_body_alone_needs_the_switch()
    {
        Verify("sha256=" + BodyOnly).ShouldBe(WebhookVerdict.SignatureWrong);
        Verify("sha256=" + BodyOnly, acceptBodyOnly: true).ShouldBe(WebhookVerdict.Genuine);
        Verify("sha256=" + WithTimestamp, acceptBodyOnly: true).ShouldBe(WebhookVerdict.Genuine);
    }

    [Fact]
    public void JSON_that_was_written_again_is_another_body() =>
        Verify("sha256=" + WithTimestamp, body: Body.Replace(":", ": ", StringComparison.Ordinal)).ShouldBe(WebhookVerdict.SignatureWrong);

    [Fact]
    public void Another_secret_is_found_out() => Verify("sha256=" + WithTimestamp, secret: "whsec_other").ShouldBe(WebhookVerdict.SignatureWrong);

    [Fact]
    public void Another_timestamp_is_found_out() => Verify("sha256=" + WithTimestamp, timestamp: "1768473001").ShouldBe(WebhookVerdict.SignatureWrong);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=abc")]
    [InlineData("295eeca0014afb6c30e22e30c3ae898d5fb2cc2bf2409a1703620d2a7c6561b9")]
    [InlineData("sha256=zz5eeca0014afb6c30e22e30c3ae898d5fb2cc2bf2409a1703620d2a7c6561b9")]
    [InlineData("sha512=295eeca0014afb6c30e22e30c3ae898d5fb2cc2bf2409a1703620d2a7c6561b9")]
    public void What_is_no_signature_is_missing(string? signature) => Verify(signature).ShouldBe(WebhookVerdict.SignatureMissing);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("-1768473000")]
    [InlineData("99999999999999999999")]
    public void What_is_no_timestamp_is_missing(string? timestamp) =>
        Verify("sha256=" + WithTimestamp, timestamp: timestamp).ShouldBe(WebhookVerdict.TimestampMissing);

    [Theory]
    [InlineData(300, WebhookVerdict.Genuine)]
    [InlineData(301, WebhookVerdict.TimestampStale)]
    public void A_delivery_is_good_for_five_minutes(int seconds, WebhookVerdict expected)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        Verify("sha256=" + WithTimestamp).ShouldBe(expected);
    }

    [Fact]
    public void A_delivery_from_the_future_is_stale_too()
    {
        var early = new ManualTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1768473000 - 301));
        AscendWebhook.Verify(
            Encoding.UTF8.GetBytes(Body), "v1=" + WithTimestamp, Timestamp, new Secret("whsec_test"), null, new() { TimeProvider = early })
            .ShouldBe(WebhookVerdict.TimestampStale);
    }

    [Fact]
    public void A_delivery_that_comes_again_is_a_replay()
    {
        var guard = new WebhookReplayGuard(timeProvider: _clock);
        Verify("sha256=" + WithTimestamp, deliveryId: "del_1", guard: guard).ShouldBe(WebhookVerdict.Genuine);
        Verify("sha256=" + WithTimestamp, deliveryId: "del_1", guard: guard).ShouldBe(WebhookVerdict.Replayed);
    }

    [Fact]
    public void Another_delivery_id_does_not_hide_a_replay()
    {
        var guard = new WebhookReplayGuard(timeProvider: _clock);
        Verify("sha256=" + WithTimestamp, deliveryId: "del_1", guard: guard).ShouldBe(WebhookVerdict.Genuine);
        Verify("v1=" + WithTimestamp.ToUpperInvariant(), deliveryId: "del_2", guard: guard).ShouldBe(WebhookVerdict.Replayed);
    }

    [Fact]
    public void A_forgery_does_not_use_up_a_delivery_id()
    {
        var guard = new WebhookReplayGuard(timeProvider: _clock);
        Verify("sha256=" + BodyOnly, deliveryId: "del_1", guard: guard).ShouldBe(WebhookVerdict.SignatureWrong);
        Verify("sha256=" + WithTimestamp, deliveryId: "del_1", guard: guard).ShouldBe(WebhookVerdict.Genuine);
    }

    [Fact]
    public void An_empty_secret_is_refused() => Should.Throw<ArgumentException>(() => Verify("sha256=" + WithTimestamp, secret: ""));

    private WebhookVerdict Verify(
        string? signature, string? timestamp = Timestamp, string body = Body, string secret = "whsec_test", bool acceptBodyOnly = false,
        string? deliveryId = null, WebhookReplayGuard? guard = null) => AscendWebhook.Verify(
        Encoding.UTF8.GetBytes(body),
        signature,
        timestamp,
        new Secret(secret),
        deliveryId,
        new() { TimeProvider = _clock, AcceptBodyOnlySignature = acceptBodyOnly, ReplayGuard = guard });
}
