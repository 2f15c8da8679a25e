using System.Globalization;
using Trellis.Testing;

namespace Trellis.Ascend.Tests.Wire;

public sealed class HeaderTests
{
    [Fact]
    public async Task Every_request_carries_the_key_in_both_headers()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        await ascend.Client.GetActionStatusAsync("1547");
        ascend.Transport.LastRequest.Header("X-API-Key").ShouldBe(AscendFixture.Key);
        ascend.Transport.LastRequest.Header("Authorization").ShouldBe($"Bearer {AscendFixture.Key}");
    }

    [Fact]
    public async Task Every_request_says_what_the_client_is_and_where_it_acts()
    {
        using var ascend = new AscendFixture(options => options.Environment = "staging", Golden.Ok(Golden.Allowed));
        await ascend.Client.GetActionStatusAsync("1547");
        var request = ascend.Transport.LastRequest;
        request.Header("User-Agent").ShouldBe($"ascend-sdk/{AscendDefaults.SdkVersion} DotNet");
        request.Header("X-SDK-Version").ShouldBe(AscendDefaults.SdkVersion);
        request.Header("X-Environment").ShouldBe("staging");
    }

    [Fact]
    public async Task The_timestamp_has_microseconds_and_a_numeric_offset()
    {
        var clock = new ManualTimeProvider(DateTimeOffset.Parse("2026-01-15T10:30:00.123456Z", CultureInfo.InvariantCulture)) { AutoAdvance = true };
        using var ascend = new AscendFixture(null, new StubTransport(Golden.Ok(Golden.Allowed)), clock);
        await ascend.Client.GetActionStatusAsync("1547");
        ascend.Transport.LastRequest.Header("X-Request-Timestamp").ShouldBe("2026-01-15T10:30:00.123456+00:00");
    }

    [Fact]
    public async Task A_GET_says_the_type_of_the_body_that_it_does_not_have()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        await ascend.Client.GetActionStatusAsync("1547");
        ascend.Transport.LastRequest.Method.ShouldBe(HttpMethod.Get);
        ascend.Transport.LastRequest.Header("Content-Type").ShouldBe("application/json");
        ascend.Transport.LastRequest.Body.Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_POST_without_a_body_says_so()
    {
        using var ascend = new AscendFixture(Golden.Ok("{}"));
        await ascend.Client.RequestAsync(HttpMethod.Post, "/api/webhooks/7/test");
        ascend.Transport.LastRequest.Header("Content-Type").ShouldBe("application/json");
        ascend.Transport.LastRequest.Body.Length.ShouldBe(0);
    }

    [Fact]
    public async Task The_correlation_id_has_its_form_and_is_new_for_every_attempt()
    {
        using var ascend = new AscendFixture(Golden.Error(503), Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        var ids = ascend.Transport.Requests.Select(request => request.Header("X-Correlation-ID")!).ToArray();
        ids.ShouldAllBe(id => System.Text.RegularExpressions.Regex.IsMatch(id, "^asc_[0-9a-f]{16}$"));
        ids.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_idempotency_key_stays_the_same_over_all_attempts()
    {
        using var ascend = new AscendFixture(Golden.Error(503), Golden.Error(500), Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        var keys = ascend.Transport.Requests.Select(request => request.Header("Idempotency-Key")).Distinct().ToArray();
        keys.Length.ShouldBe(1);
        Guid.TryParse(keys[0], out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_calls_have_two_idempotency_keys()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed), Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        await ascend.Client.EvaluateActionAsync(AscendFixture.Action);
        ascend.Transport.Requests.Select(request => request.Header("Idempotency-Key")).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_callers_own_idempotency_key_is_sent()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        await ascend.Client.EvaluateActionAsync(new AgentAction { ActionType = "a", Resource = "r", IdempotencyKey = "mine" });
        ascend.Transport.LastRequest.Header("Idempotency-Key").ShouldBe("mine");
    }

    [Fact]
    public async Task A_read_has_no_idempotency_key()
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        await ascend.Client.GetActionStatusAsync("1547");
        ascend.Transport.LastRequest.Header("Idempotency-Key").ShouldBeNull();
    }
}
