using Trellis.Testing;

namespace Trellis.Ascend.Tests.Wire;

public sealed class AnswerTests
{
    [Fact]
    public async Task A_success_without_a_body_counts_as_an_empty_object()
    {
        using var ascend = new AscendFixture(StubAnswer.Status(200), StubAnswer.Status(204));
        (await ascend.Client.RequestAsync(HttpMethod.Delete, "/api/webhooks/1")).Count.ShouldBe(0);
        (await ascend.Client.Webhooks.DeleteAsync("1")).Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_bare_list_is_read_as_a_named_one()
    {
        using var ascend = new AscendFixture(
            Golden.Ok("""[{"id":3,"url":"https://r.test"}]"""), Golden.Ok("""{"webhooks":[{"webhook_id":"w1"}]}"""), Golden.Ok(" []"));
        (await ascend.Client.Webhooks.ListAsync()).Webhooks[0].WebhookId.ShouldBe("3");
        (await ascend.Client.Webhooks.ListAsync()).Webhooks[0].WebhookId.ShouldBe("w1");
        (await ascend.Client.Webhooks.ListAsync()).Webhooks.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a/b", "/api/v1/actions/a%2Fb/status")]
    [InlineData("a b?c#d", "/api/v1/actions/a%20b%3Fc%23d/status")]
    [InlineData("é", "/api/v1/actions/%C3%A9/status")]
    [InlineData("a%2Fb", "/api/v1/actions/a%252Fb/status")]
    [InlineData("../x", "/api/v1/actions/..%2Fx/status")]
    public async Task Identifiers_are_escaped_in_paths(string id, string expected)
    {
        using var ascend = new AscendFixture(Golden.Ok(Golden.Allowed));
        await ascend.Client.GetActionStatusAsync(id);
        ascend.Transport.LastRequest.Path.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_identifier_that_leads_elsewhere_is_refused(string id)
    {
        using var ascend = new AscendFixture();
        var error = await Should.ThrowAsync<AscendValidationException>(() => ascend.Client.GetActionStatusAsync(id));
        error.FieldErrors.Keys.ShouldContain("action_id");
        ascend.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Flags_in_queries_are_capitalised()
    {
        using var ascend = new AscendFixture(Golden.Ok("[]"), Golden.Ok("[]"));
        await ascend.Client.SupplyChain.ListComponentsAsync(new ComponentFilter { ActiveOnly = true, HasVulnerabilities = false });
        ascend.Transport.LastRequest.Uri.Query.ShouldBe("?has_vulnerabilities=False&active_only=True&limit=100&offset=0");
        await ascend.Client.Alerts.ListAsync("supply_chain_cve", 5, acknowledged: true);
        ascend.Transport.LastRequest.Uri.Query.ShouldBe("?type=supply_chain_cve&limit=5&acknowledged=True");
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var ascend = new AscendFixture(StubAnswer.Status(302).WithHeader("Location", "https://elsewhere.test"));
        (await Should.ThrowAsync<AscendResponseException>(() => ascend.Client.GetActionStatusAsync("1"))).Status.ShouldBe(302);
        ascend.Transport.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_strict_client_refuses_fields_it_does_not_know()
    {
        using var ascend = new AscendFixture(options => options.StrictResponses = true, Golden.Ok("""{"approval_request_id":"a","status":"pending","new":1}"""));
        await Should.ThrowAsync<AscendResponseException>(() => ascend.Client.CheckApprovalAsync("a"));
    }

    [Fact]
    public async Task A_path_of_the_escape_hatch_cannot_lead_to_another_host()
    {
        using var ascend = new AscendFixture();
        await Should.ThrowAsync<ArgumentException>(() => ascend.Client.RequestAsync(HttpMethod.Get, "//evil.test/x"));
    }
}
