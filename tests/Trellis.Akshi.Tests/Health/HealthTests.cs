using System.Net;
using Trellis.Testing;

namespace Trellis.Akshi.Tests.Health;

/// <summary>Contract section 2.1, and section 8, number 3.</summary>
public sealed class HealthTests
{
    [Theory]
    [InlineData("""{"ok":true,"status":"ok","version":"0.5.0","uptime_ms":81234}""", true)]
    [InlineData("""{"ok":true}""", true)]
    [InlineData("""{"status":"ok"}""", true)]
    [InlineData("""{}""", false)]
    [InlineData("""{"ok":false}""", false)]
    [InlineData("""{"ok":false,"status":"ok"}""", false)]
    [InlineData("""{"status":"shutting_down"}""", false)]
    public async Task A_runtime_is_well_in_whichever_way_it_says_so(string json, bool isHealthy)
    {
        using var akshi = new AkshiFixture(StubAnswer.Json(json), StubAnswer.Json(json), StubAnswer.Json(json));
        (await akshi.Client.HealthAsync()).IsHealthy.ShouldBe(isHealthy);
        (await akshi.Client.IsHealthyAsync()).ShouldBe(isHealthy);
        akshi.Client.IsHealthy().ShouldBe(isHealthy);
    }

    [Fact]
    public async Task Health_has_all_fields_of_the_contract()
    {
        using var akshi = new AkshiFixture(StubAnswer.Json("""{"ok":true,"status":"ok","version":"0.5.0","uptime_ms":5000000000,"node":"n"}"""));
        var health = await akshi.Client.HealthAsync();
        akshi.LastLine.ShouldBe("GET /api/v1/health");
        (health.Ok, health.Status, health.Version, health.UptimeMs).ShouldBe((true, "ok", "0.5.0", 5_000_000_000));
        health.AdditionalFields!["node"].GetString().ShouldBe("n");
    }

    [Fact]
    public async Task A_runtime_that_shuts_down_throws_and_is_not_healthy()
    {
        var answer = StubAnswer.Json(503, """{"ok":false,"status":"shutting_down","error":"shutting_down","detail":"The runtime stops."}""");
        using var akshi = new AkshiFixture(answer, answer, answer);
        var error = await Should.ThrowAsync<AkshiServerException>(() => akshi.Client.HealthAsync());
        (error.StatusCode, error.Error, error.Detail).ShouldBe((503, "shutting_down", "The runtime stops."));
        (await akshi.Client.IsHealthyAsync()).ShouldBeFalse();
        akshi.Client.IsHealthy().ShouldBeFalse();
    }

    [Fact]
    public async Task A_runtime_that_is_not_there_is_not_healthy()
    {
        using var akshi = new AkshiFixture(StubAnswer.ConnectFailure(), StubAnswer.ConnectFailure(HttpRequestError.NameResolutionError), StubAnswer.ConnectFailure());
        (await akshi.Client.IsHealthyAsync()).ShouldBeFalse();
        akshi.Client.IsHealthy().ShouldBeFalse();
        await Should.ThrowAsync<AkshiConnectionException>(() => akshi.Client.HealthAsync());
    }

    [Fact]
    public async Task What_says_nothing_about_health_throws()
    {
        using var akshi = new AkshiFixture(StubAnswer.Status(HttpStatusCode.InternalServerError), StubAnswer.Text("<html>", "text/html"), StubAnswer.HangUp());
        await Should.ThrowAsync<AkshiServerException>(() => akshi.Client.IsHealthyAsync());
        await Should.ThrowAsync<AkshiProtocolException>(() => akshi.Client.IsHealthyAsync());
        Should.Throw<AkshiTransportException>(() => akshi.Client.IsHealthy());
    }
}
