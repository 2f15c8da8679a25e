using Trellis.Testing;

namespace Trellis.Aerostack.Tests.Gateway;

/// <summary>Contract sections 2.2.7, 2.2.8 and 2.3.3.</summary>
public sealed class GatewayTests
{
    private static readonly ChatCompletionRequest Conversation =
        new([ChatMessage.FromSystem("be brief"), ChatMessage.FromUser("earlier"), ChatMessage.FromAssistant("yes"), ChatMessage.FromUser("now")]);

    [Theory]
    [InlineData("https://h.test/v1")]
    [InlineData("https://h.test/v1/")]
    [InlineData("https://h.test")]
    public async Task A_chat_goes_to_the_paths_beside_the_api_with_both_credentials(string baseUrl)
    {
        using var aerostack = new AerostackFixture(
            options => (options.BaseUrl, options.ConsumerKey) = (new Uri(baseUrl), "ask_live_1"),
            Golden.Ok("""{"choices":[{"message":{"role":"assistant","content":"hi"}}],"usage":{"total_tokens":3}}"""));
        var answer = await aerostack.Client.Gateway.ChatAsync("my-bot", Conversation);
        answer.Text.ShouldBe("hi");
        answer.Usage!.TotalTokens.ShouldBe(3);
        var request = aerostack.Transport.LastRequest;
        request.Uri.ToString().ShouldBe("https://h.test/api/gateway/my-bot/v1/chat/completions");
        request.Header("Authorization").ShouldBe("Bearer ask_live_1");
        request.Header("X-Aerostack-Key").ShouldBe(AerostackFixture.Key);
        request.BodyText.ShouldBe(
            """{"messages":[{"role":"system","content":"be brief"},{"role":"user","content":"earlier"},{"role":"assistant","content":"yes"},{"role":"user","content":"now"}],"stream":false}""");
    }

    [Fact]
    public async Task A_consumers_key_wins_over_a_users_token_which_serves_alone_too()
    {
        using var both = new AerostackFixture(options => (options.ConsumerKey, options.UserToken) = ("ask_live_1", "jwt"), Golden.Ok());
        await both.Client.Gateway.ChatAsync("a", Conversation);
        both.Transport.LastRequest.Header("Authorization").ShouldBe("Bearer ask_live_1");
        using var user = new AerostackFixture(options => options.UserToken = "jwt", Golden.Ok());
        user.Client.Gateway.Chat("a", Conversation);
        user.Transport.LastRequest.Header("Authorization").ShouldBe("Bearer jwt");
    }

    [Fact]
    public async Task Without_either_nothing_is_sent()
    {
        using var aerostack = new AerostackFixture();
        await Should.ThrowAsync<AerostackCredentialException>(() => aerostack.Client.Gateway.ChatAsync("a", Conversation));
        aerostack.Transport.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_is_put_together_and_its_tokens_are_the_servers()
    {
        using var aerostack = new AerostackFixture(
            options => options.ConsumerKey = "c",
            Events("data: {\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\" world\"}}]}\n\ndata: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2,\"total_tokens\":3}}\n\ndata: [DONE]\n\n"));
        var pieces = new List<string>();
        var text = await aerostack.Client.Gateway.StreamTextAsync("a", Conversation, pieces.Add);
        pieces.ShouldBe(["Hello", " world"]);
        text.ShouldBe(new GatewayText("Hello world", 3, false));
        aerostack.LastBody.ShouldEndWith("\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
    }

    [Fact]
    public async Task Without_usage_the_tokens_are_estimated()
    {
        using var aerostack = new AerostackFixture(
            options => options.ConsumerKey = "c",
            Events("data: {\"choices\":[{\"delta\":{\"content\":\"Hello\"}}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"abc\"}}]}\n\ndata: [DONE]\n\n"));
        (await aerostack.Client.Gateway.StreamTextAsync("a", Conversation)).TokensUsed.ShouldBe(3);
    }

    [Fact]
    public async Task Giving_a_stream_up_returns_what_had_arrived_without_an_error()
    {
        const string body = "data: {\"choices\":[{\"delta\":{\"content\":\"part\"}}]}\n\n";
        using var aerostack = new AerostackFixture(options => options.ConsumerKey = "c", Events(body + body).StallAfter(body.Length));
        using var cancel = new CancellationTokenSource();
        var text = await aerostack.Client.Gateway.StreamTextAsync("a", Conversation, _ => cancel.Cancel(), cancellationToken: cancel.Token);
        text.ShouldBe(new GatewayText("part", 1, true));
    }

    [Theory]
    [InlineData("""{"error":"Unauthorized"}""", "Unauthorized")]
    [InlineData("""{"message":"later","code":"c"}""", "later")]
    [InlineData("""{"code":"x","message":"m","error":"e"}""", "e")]
    [InlineData("""{"error":{"message":"nested"}}""", "The gateway answered HTTP 401.")]
    [InlineData("not json", "The gateway answered HTTP 401.")]
    public async Task An_error_says_what_the_gateway_says(string body, string message)
    {
        using var aerostack = new AerostackFixture(options => options.ConsumerKey = "c", Golden.Error(401, body), Golden.Error(401, body));
        var error = await Should.ThrowAsync<AerostackGatewayException>(() => aerostack.Client.Gateway.ChatAsync("a", Conversation));
        error.Message.ShouldBe(message);
        error.Status.ShouldBe(401);
        error.Body.ShouldBe(body);
        (await Should.ThrowAsync<AerostackGatewayException>(() => aerostack.Client.Gateway.StreamTextAsync("a", Conversation))).Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("me")]
    public async Task A_name_that_would_lead_to_another_path_is_refused(string slug)
    {
        using var aerostack = new AerostackFixture(options => options.ConsumerKey = "c");
        await Should.ThrowAsync<AerostackValidationException>(async () => await aerostack.Client.Gateway.ChatAsync(slug, Conversation));
    }

    [Fact]
    public async Task Usage_and_wallet_are_asked_for_with_the_bearer_alone()
    {
        using var aerostack = new AerostackFixture(
            options => options.ConsumerKey = "ask_live_1",
            Golden.Ok("""{"total_tokens":10,"total_requests":2,"days":30}"""),
            Golden.Ok("{}"),
            Golden.Ok("""{"wallet":{"balance":5.5,"total_purchased":10,"total_consumed":4.5,"plan_type":"free","hard_limit":null,"soft_limit":1}}"""));
        (await aerostack.Client.Gateway.GetUsageAsync("my bot", 30)).TotalTokens.ShouldBe(10);
        aerostack.Client.Gateway.GetUsage("my bot");
        var wallet = await aerostack.Client.Gateway.GetWalletAsync("my bot");
        wallet.Balance.ShouldBe(5.5);
        wallet.HardLimit.ShouldBeNull();
        wallet.SoftLimit.ShouldBe(1);
        aerostack.Transport.Requests.Select(request => $"{request.Method} {request.Uri.PathAndQuery}").ShouldBe(
        [
            "GET /api/gateway/me/usage?api_slug=my%20bot&days=30", "GET /api/gateway/me/usage?api_slug=my%20bot", "GET /api/gateway/me/wallet?api_slug=my%20bot",
        ]);
        aerostack.Transport.Requests.ShouldAllBe(request => request.Header("X-Aerostack-Key") == null && request.Header("Authorization") == "Bearer ask_live_1");
    }

    [Fact]
    public async Task The_apis_own_paths_carry_the_bearer_alone_and_have_its_errors()
    {
        using var aerostack = new AerostackFixture(
            options => (options.GatewayRoute, options.ConsumerKey) = (GatewayRoute.Api, "ask_live_1"),
            Golden.Ok("""{"wallet":{"balance":1}}"""),
            Golden.Ok(),
            Golden.Error(429, """{"code":"RATE_LIMIT_EXCEEDED","message":"slow down"}"""),
            Golden.Error(404));
        await aerostack.Client.Gateway.GetWalletAsync("my bot");
        await aerostack.Client.Gateway.ChatAsync("a/b", Conversation);
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Gateway.ChatAsync("a", Conversation))).Message.ShouldBe("slow down");
        await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Gateway.ChatAsync("a", Conversation));
        aerostack.Transport.Requests.Take(2).Select(request => request.Uri.PathAndQuery)
            .ShouldBe(["/v1/ai/gateway/me/wallet?api_slug=my%20bot", "/v1/ai/gateway/a%2Fb/chat/completions"]);
        aerostack.Transport.Requests.ShouldAllBe(request => request.Header("X-Aerostack-Key") == null && request.Header("Authorization") == "Bearer ask_live_1");
    }

    [Fact]
    public async Task A_call_to_a_server_of_its_own_goes_beside_that_servers_api()
    {
        using var aerostack = new AerostackFixture(options => options.ConsumerKey = "c", Golden.Ok());
        await aerostack.Client.Gateway.ChatAsync("a", Conversation, new() { ServerUrl = new Uri("https://other.test/v1/") });
        aerostack.Transport.LastRequest.Uri.ToString().ShouldBe("https://other.test/api/gateway/a/v1/chat/completions");
    }

    [Theory]
    [InlineData("""{"success":true,"loggedUnits":5}""", true, 5)]
    [InlineData("""{"success":true}""", true, 7)]
    [InlineData("""{"success":"true","loggedUnits":"6"}""", false, 6)]
    [InlineData("{}", false, 7)]
    public async Task Logged_use_is_a_success_only_in_so_many_words_and_counts_what_was_sent_when_nothing_is_said(string json, bool success, long units)
    {
        using var aerostack = new AerostackFixture(Golden.Ok(json));
        (await aerostack.Client.Gateway.LogUsageAsync("c", "a", 7, "tokens")).ShouldBe(new LoggedUsage(success, units));
        aerostack.LastBody.ShouldBe("""{"consumerId":"c","apiId":"a","units":7,"metric":"tokens"}""");
        aerostack.Transport.LastRequest.Header("X-Aerostack-Key").ShouldBe(AerostackFixture.Key);
    }

    [Fact]
    public async Task Use_that_is_refused_says_why()
    {
        using var aerostack = new AerostackFixture(Golden.Error(400, """{"code":"VALIDATION_ERROR","message":"units must be positive"}"""));
        (await Should.ThrowAsync<AerostackErrorResponseException>(() => aerostack.Client.Gateway.LogUsageAsync("c", "a", -1))).Message.ShouldBe("units must be positive");
    }

    [Fact]
    public async Task Use_that_is_refused_otherwise_than_the_API_declares_says_what_came()
    {
        using var aerostack = new AerostackFixture(
            options => options.BaseUrl = new Uri("https://h.test/v1/"), Golden.Error(402, """{"error":"no credit"}"""), Golden.Error(400, """{"error":"no credit"}"""));
        (await Should.ThrowAsync<AerostackApiException>(() => aerostack.Client.Gateway.LogUsageAsync("c", "a", 1)))
            .Message.ShouldBe("""API error occurred: Status 402. Body: {"error":"no credit"}""");
        var error = await Should.ThrowAsync<AerostackResponseValidationException>(() => aerostack.Client.Gateway.LogUsageAsync("c", "a", 1));
        (error.Status, error.Body).ShouldBe((400, """{"error":"no credit"}"""));
        aerostack.Transport.LastRequest.Uri.ToString().ShouldBe("https://h.test/v1/gateway/billing/log");
    }

    private static StubAnswer Events(string body) => StubAnswer.Text(body, "text/event-stream");
}
