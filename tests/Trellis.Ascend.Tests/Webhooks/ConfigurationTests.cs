namespace Trellis.Ascend.Tests.Webhooks;

public sealed class ConfigurationTests
{
    [Fact]
    public async Task A_webhook_is_configured_for_the_agent()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"webhook_id":"wh_1","url":"https://r.test/h","events":["action.denied"],"status":"active","created_at":"2026-01-15T10:30:00Z"}"""));
        var webhook = await ascend.Client.ConfigureWebhookAsync("https://r.test/h", [WebhookEvents.ActionDenied], new Secret("whsec_x"));
        webhook.WebhookId.ShouldBe("wh_1");
        webhook.Status.ShouldBe("active");
        ascend.Transport.LastRequest.Path.ShouldBe("/api/webhooks/configure");
        ascend.Transport.LastRequest.BodyText.ShouldBe(
            """{"agent_id": "agent-1", "events": ["action.denied"], "secret": "whsec_x", "url": "https://r.test/h"}""");
    }

    [Theory]
    [InlineData("http://r.test", "action.denied", "url")]
    [InlineData("ftp://r.test", "action.denied", "url")]
    [InlineData("r.test", "action.denied", "url")]
    [InlineData("https://r.test", "action.everything", "events")]
    [InlineData("https://r.test", "Action.Denied", "events")]
    public async Task What_is_not_valid_is_refused_before_anything_is_sent(string url, string name, string field)
    {
        using var ascend = new AscendFixture();
        (await Should.ThrowAsync<AscendValidationException>(() => ascend.Client.ConfigureWebhookAsync(url, [name]))).FieldErrors.Keys.ShouldContain(field);
        ascend.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void No_event_at_all_is_refused()
    {
        using var ascend = new AscendFixture();
        Should.Throw<AscendValidationException>(() => ascend.Client.ConfigureWebhook("https://r.test", [])).FieldErrors.Keys.ShouldContain("events");
    }

    [Fact]
    public async Task A_change_sends_only_what_changes()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"id":3,"url":"https://n.test","events":[],"active":true,"secret":"whsec_y"}"""));
        var webhook = await ascend.Client.Webhooks.UpdateAsync("3", url: "https://n.test");
        ascend.Transport.LastRequest.Method.ShouldBe(HttpMethod.Put);
        ascend.Transport.LastRequest.BodyText.ShouldBe("""{"url": "https://n.test"}""");
        webhook.Secret!.Reveal().ShouldBe("whsec_y");
        webhook.ToString().ShouldNotContain("whsec_y");
    }

    [Fact]
    public void A_test_delivery_tells_what_the_receiver_did()
    {
        using var ascend = new AscendFixture(Golden.Ok("""{"success":false,"status_code":500,"response_time_ms":12.5,"error":"HTTP 500"}"""));
        var result = ascend.Client.Webhooks.Test("3");
        result.Success.ShouldBeFalse();
        result.StatusCode.ShouldBe(500);
        ascend.Transport.LastRequest.Path.ShouldBe("/api/webhooks/3/test");
    }
}
