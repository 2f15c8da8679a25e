namespace Trellis.Server.Akshi.Tests.Broker;

public sealed class BrokerRequestTests : BrokerTest
{
    [Fact]
    public async Task The_secret_reaches_the_service_and_nobody_else()
    {
        await StoreSecretAsync();

        var reply = (await AskAsync($"{Service.Url}v1/data?q=1")).ShouldBe(200);

        Service.Authorizations.ShouldBe([$"Bearer {Secret}"]);
        reply.Json["status"]!.GetValue<int>().ShouldBe(200);
        reply.Json["body"]!.GetValue<string>().ShouldBe("GET /v1/data Bearer ***");
    }

    [Fact]
    public async Task A_stored_secret_is_sealed_and_no_answer_shows_it()
    {
        await StoreSecretAsync();
        await AskAsync($"{Service.Url}v1/data");

        var everything = string.Concat(
            (await Server.GetAsync("/api/v1/broker/secrets")).ShouldBe(200).Text,
            (await Server.GetAsync("/api/v1/broker/grants?status=all")).ShouldBe(200).Text,
            (await Server.GetAsync("/api/v1/logs")).Text,
            await DataAsync());

        everything.ShouldContain(SecretName);
        everything.ShouldNotContain(Secret);
        everything.ShouldNotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Secret)).TrimEnd('='));
    }

    [Theory]
    [InlineData("other/data")]
    [InlineData("v10/data")]
    [InlineData("v1/../data")]
    public async Task What_is_not_listed_is_not_sent(string path)
    {
        await StoreSecretAsync();

        var reply = (await AskAsync(Service.Url + path)).ShouldBeRefused(403, "forbidden");

        reply.Json["denied"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["reason"]!.GetValue<string>().ShouldBe("not_allowlisted");
        Service.Authorizations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receipt_has_neither_query_nor_user()
    {
        var reply = (await AskAsync("https://user:word@elsewhere.test/path?token=1#part")).ShouldBe(403);

        reply.Json["url"]!.GetValue<string>().ShouldBe("https://elsewhere.test/path");
        reply.Text.ShouldNotContain("word");
    }

    [Fact]
    public async Task An_agent_without_the_capability_and_an_unknown_one_are_denied()
    {
        foreach (var agent in new[] { "reader", "nobody" })
        {
            (await AskAsync($"{Service.Url}open/x", agent)).ShouldBeRefused(403, "capability_denied")
                .Json["reason"]!.GetValue<string>().ShouldBe("capability_denied");
        }
    }

    [Fact]
    public async Task A_secret_that_is_nowhere_is_told_as_missing() =>
        (await AskAsync($"{Service.Url}v1/data")).ShouldBe(403).Json["reason"]!.GetValue<string>().ShouldBe("secret_missing");

    [Fact]
    public async Task An_endpoint_without_a_secret_needs_none()
    {
        (await AskAsync($"{Service.Url}open/x")).ShouldBe(200);

        Service.Authorizations.ShouldBe([""]);
    }

    [Fact]
    public async Task A_redirect_is_handed_back_and_not_followed()
    {
        await StoreSecretAsync();

        (await AskAsync($"{Service.Url}v1/away")).ShouldBe(200).Json["status"]!.GetValue<int>().ShouldBe(302);
    }

    [Theory]
    [InlineData("""{"url":"https://a.test"}""", "agent")]
    [InlineData("""{"agent":"researcher"}""", "url")]
    [InlineData("""{"agent":"researcher","url":"file:///etc/passwd"}""", "url")]
    [InlineData("""{"agent":"researcher","url":"https://a.test","method":"TRACE"}""", "method")]
    [InlineData("""{"agent":"researcher","url":"https://a.test","headers":{"a b":"c"}}""", "headers")]
    public async Task A_wrong_request_is_told_which_field(string body, string field) =>
        (await Server.PostAsync("/api/v1/broker/requests", body)).ShouldBeRefused(400, "bad_request").Detail.ShouldContain($"'{field}'");

    [Theory]
    [InlineData("bad name", "value")]
    [InlineData("good", "line\\nbreak")]
    public async Task A_secret_that_no_header_can_carry_is_refused(string name, string value) =>
        (await Server.SendAsync("PUT", $"/api/v1/broker/secrets/{Uri.EscapeDataString(name)}", $$"""{"value":"{{value}}"}"""))
            .ShouldBeRefused(400, "bad_request");

    [Fact]
    public async Task A_forgotten_secret_is_gone()
    {
        await StoreSecretAsync();
        (await Server.DeleteAsync($"/api/v1/broker/secrets/{SecretName}")).ShouldBe(200);

        (await Server.DeleteAsync($"/api/v1/broker/secrets/{SecretName}")).ShouldBeRefused(404, "not_found");
        (await AskAsync($"{Service.Url}v1/data")).ShouldBe(403);
    }
}
