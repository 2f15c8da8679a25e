using System.Text.Json.Nodes;

namespace Trellis.Askii.Tests.Wire;

public sealed class RequestTests
{
    [Fact]
    public async Task A_bare_provision_sends_the_days_the_memory_switch_and_the_token()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Provisioned));
        await askii.Client.Keys.ProvisionAsync();
        askii.Transport.LastRequest.BodyText.ShouldBe("""{"duration_days":90,"memory_enabled":false,"mpass_token":"test-token"}""");
    }

    [Fact]
    public async Task A_full_provision_sends_every_field_under_its_wire_name()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Provisioned));
        await askii.Client.Keys.ProvisionAsync(new()
        {
            KeyAlias = " surfsense ",
            DurationDays = 30,
            MemoryEnabled = true,
            MemoryMode = MemoryMode.Pkg,
            Models = ["gpt-4o", " gpt-4o-mini"],
            DefaultModel = "gpt-4o",
            MaxBudget = 1.25m,
        });
        askii.Transport.LastRequest.BodyText.ShouldBe(
            """{"key_alias":"surfsense","duration_days":30,"memory_enabled":true,"memory_mode":"pkg","models":["gpt-4o","gpt-4o-mini"],"default_model":"gpt-4o","max_budget":1.25,"mpass_token":"test-token"}""");
    }

    [Fact]
    public async Task An_empty_list_of_models_is_sent_as_such()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Provisioned));
        await askii.Client.Keys.ProvisionAsync(new() { Models = [] });
        askii.Transport.LastRequest.BodyText.ShouldContain("\"models\":[]");
    }

    [Fact]
    public async Task A_list_sends_the_token_and_nothing_else()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.EmptyKeyList), Golden.Ok(Golden.Models));
        await askii.Client.Keys.ListAsync();
        await askii.Client.Models.ListAsync();
        askii.Transport.Requests.ShouldAllBe(request => request.BodyText == """{"mpass_token":"test-token"}""");
    }

    [Fact]
    public async Task Non_ASCII_text_and_quotes_survive()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Revoked));
        await askii.Client.Keys.RevokeAsync("cl\u00e9 \"\ud83d\ude00\" <&>");
        askii.Transport.LastRequest.ReadJson().GetProperty("key").GetString().ShouldBe("cl\u00e9 \"\ud83d\ude00\" <&>");
    }

    [Fact]
    public async Task An_update_omits_a_default_model_that_is_not_given()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.Updated));
        await askii.Client.Keys.UpdateModelAsync("k1", ["gpt-4o"]);
        askii.Transport.LastRequest.BodyText.ShouldBe("""{"key":"k1","models":["gpt-4o"],"mpass_token":"test-token"}""");
    }

    [Fact]
    public async Task Every_operation_posts_to_its_own_path_below_platform()
    {
        using var askii = new AskiiFixture(
            Golden.Ok(Golden.Provisioned), Golden.Ok(Golden.KeyList), Golden.Ok(Golden.Revoked), Golden.Ok(Golden.Config), Golden.Ok(Golden.Updated), Golden.Ok(Golden.Models));
        await askii.Client.Keys.ProvisionAsync();
        await askii.Client.Keys.ListAsync();
        await askii.Client.Keys.RevokeAsync("k");
        await askii.Client.Keys.GetConfigAsync("k");
        await askii.Client.Keys.UpdateModelAsync("k", []);
        await askii.Client.Models.ListAsync();
        askii.Transport.Requests.Select(request => $"{request.Method} {request.Path}").ShouldBe(
        [
            "POST /platform/provision-key", "POST /platform/list-keys", "POST /platform/revoke-key",
            "POST /platform/get-key-config", "POST /platform/update-key-model", "POST /platform/available-models",
        ]);
    }

    [Fact]
    public async Task The_headers_are_those_of_the_contract_and_none_carries_the_token()
    {
        using var askii = new AskiiFixture(Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        var request = askii.Transport.LastRequest;
        request.Header("User-Agent")!.ShouldMatch(@"^trellis-askii/\d+\.\d+\.\d+ dotnet/\d+\.\d+\.\d+$");
        request.Header("Accept").ShouldBe("application/json");
        request.Header("Content-Type").ShouldBe("application/json");
        request.Header("X-Correlation-ID")!.ShouldMatch("^[0-9a-f]{32}$");
        request.Headers.Values.ShouldAllBe(value => !value.Contains(AskiiFixture.Token));
    }

    [Fact]
    public async Task A_callers_own_HttpClient_gets_only_the_body_and_the_correlation_id()
    {
        using var transport = new Trellis.Testing.StubTransport(Golden.Ok(Golden.EmptyKeyList));
        using var http = transport.CreateClient();
        using var client = new AskiiClient(new AskiiClientOptions { Token = "t", BaseUrl = new Uri("https://h.test") }, http);
        await client.Keys.ListAsync();
        transport.LastRequest.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase).ShouldBe(["Content-Length", "Content-Type", "X-Correlation-ID"]);
    }

    [Fact]
    public async Task A_callers_own_HttpClient_survives_the_client()
    {
        using var transport = new Trellis.Testing.StubTransport(Golden.Ok("{}"));
        using var http = transport.CreateClient("https://h.test");
        new AskiiClient(new AskiiClientOptions { Token = "t" }, http).Dispose();
        (await http.GetAsync(new Uri("/still-alive", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();
    }

    [Theory]
    [InlineData("https://h.test/api", "/platform/list-keys", "https://h.test/api/platform/list-keys")]
    [InlineData("https://h.test/api/", "/platform/list-keys", "https://h.test/api/platform/list-keys")]
    [InlineData("https://h.test", "/x?a=1&b=c%20d", "https://h.test/x?a=1&b=c%20d")]
    public async Task Paths_are_appended_to_the_base_url(string baseUrl, string path, string expected)
    {
        using var askii = new AskiiFixture(options => options.BaseUrl = new Uri(baseUrl), Golden.Ok("{}"));
        await askii.Client.RequestAsync(HttpMethod.Post, path);
        askii.Transport.LastRequest.Uri.OriginalString.ShouldBe(expected);
    }

    [Theory]
    [InlineData("https://evil.test/steal")]
    [InlineData("//evil.test/steal")]
    [InlineData("/\\evil.test/steal")]
    [InlineData("steal")]
    [InlineData("@evil.test")]
    [InlineData(":80/x")]
    [InlineData("/../outside")]
    [InlineData("/%2e%2e/outside")]
    [InlineData("")]
    public async Task A_path_that_would_take_the_token_elsewhere_is_refused(string path)
    {
        using var askii = new AskiiFixture(options => options.BaseUrl = new Uri("https://h.test/api"));
        await Should.ThrowAsync<ArgumentException>(() => askii.Client.RequestAsync(HttpMethod.Post, path));
        askii.Transport.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    public async Task The_escape_hatch_sends_the_token_with_every_method(string method)
    {
        using var askii = new AskiiFixture(Golden.Ok("""{"raw":[1,2]}"""));
        var answer = await askii.Client.RequestAsync(new HttpMethod(method), "/platform/new", new JsonObject { ["a"] = 1 });
        askii.Transport.LastRequest.Method.Method.ShouldBe(method);
        askii.Transport.LastRequest.BodyText.ShouldBe("""{"a":1,"mpass_token":"test-token"}""");
        answer.ToJsonString().ShouldBe("""{"raw":[1,2]}""");
    }

    [Fact]
    public async Task A_callers_own_token_member_loses_and_its_object_is_not_changed()
    {
        using var askii = new AskiiFixture(Golden.Ok("{}"), Golden.Ok("{}"));
        var body = new JsonObject { ["mpass_token"] = "forged", ["z"] = true };
        await askii.Client.RequestAsync(HttpMethod.Post, "/x", body);
        askii.Client.Request(HttpMethod.Post, "/x", body);
        askii.Transport.Requests.ShouldAllBe(request => request.BodyText == """{"z":true,"mpass_token":"test-token"}""");
        body.ToJsonString().ShouldBe("""{"mpass_token":"forged","z":true}""");
    }

    [Fact]
    public async Task The_body_of_a_retry_is_the_same_as_the_first()
    {
        using var askii = new AskiiFixture(Golden.Error(500), Golden.Ok(Golden.EmptyKeyList));
        await askii.Client.Keys.ListAsync();
        askii.Transport.Requests[1].BodyText.ShouldBe(askii.Transport.Requests[0].BodyText);
        askii.Transport.Requests[1].Header("X-Correlation-ID").ShouldBe(askii.Transport.Requests[0].Header("X-Correlation-ID"));
    }
}
