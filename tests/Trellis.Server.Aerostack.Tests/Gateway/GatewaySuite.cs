using Trellis.Server.Aerostack.Tests.Support;

namespace Trellis.Server.Aerostack.Tests.Gateway;

/// <summary>The AI gateway on one engine (contract, sections 2.2.7, 2.2.8 and 2.3.3).</summary>
public abstract class GatewaySuite : ServerTest
{
    private const string Hello = """{"messages":[{"role":"user","content":"hi"}],"stream":false}""";
    private const string Streamed = """{"messages":[{"role":"user","content":"hi"}],"stream":true,"stream_options":{"include_usage":true}}""";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await First.PostAsync("/v1/gateway/apis", """{"slug":"my bot"}""")).ShouldAnswer("""{"success":true}""");
    }

    [Theory]
    [InlineData("/api/gateway/my%20bot/v1/chat/completions")]
    [InlineData("/v1/ai/gateway/my%20bot/chat/completions")]
    public async Task A_consumer_chats_under_both_paths(string path)
    {
        var consumer = await ConsumerAsync();

        var answer = (await SendAsync("POST", path, consumer.Key, Hello)).ShouldBe(200).Json;

        answer["object"]!.GetValue<string>().ShouldBe("chat.completion");
        answer["choices"]![0]!["message"]!["content"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_slash_in_a_slug_is_escaped()
    {
        await First.PostAsync("/v1/gateway/apis", """{"slug":"team/bot"}""");

        (await SendAsync("POST", "/v1/ai/gateway/team%2Fbot/chat/completions", (await ConsumerAsync()).Key, Hello)).ShouldBe(200);
    }

    [Fact]
    public async Task Plain_and_streamed_chats_are_counted_alike()
    {
        var consumer = await ConsumerAsync();
        var plain = await SendAsync("POST", "/api/gateway/my%20bot/v1/chat/completions", consumer.Key, Hello);
        var tokens = plain.ShouldBe(200).Json["usage"]!["total_tokens"]!.GetValue<int>();

        (await SendAsync("POST", "/api/gateway/my%20bot/v1/chat/completions", consumer.Key, Streamed)).ShouldBe(200).Text.ShouldEndWith("data: [DONE]\n\n");

        (await SendAsync("GET", "/api/gateway/me/usage?api_slug=my%20bot&days=7", consumer.Key))
            .ShouldAnswer($$"""{"total_tokens":{{2 * tokens}},"total_requests":2,"days":7}""");
        (await SendAsync("GET", "/v1/ai/gateway/me/wallet?api_slug=my%20bot", consumer.Key)).ShouldAnswer(
            $$"""{"wallet":{"balance":0,"total_purchased":0,"total_consumed":{{2 * tokens}},"plan_type":"free","hard_limit":null,"soft_limit":null} }""");
    }

    [Fact]
    public async Task Usage_is_told_for_the_days_asked_for()
    {
        var consumer = await ConsumerAsync();
        await SendAsync("POST", "/api/gateway/my%20bot/v1/chat/completions", consumer.Key, Hello);
        Server.Clock.Advance(TimeSpan.FromDays(5));

        (await SendAsync("GET", "/api/gateway/me/usage?api_slug=my%20bot&days=5", consumer.Key)).ShouldAnswer("""{"total_tokens":0,"total_requests":0,"days":5}""");
        (await SendAsync("GET", "/api/gateway/me/usage?api_slug=my%20bot", consumer.Key)).Json["total_requests"]!.GetValue<int>().ShouldBe(1);
        (await SendAsync("GET", "/api/gateway/me/usage?api_slug=my%20bot&days=0", consumer.Key)).ShouldBlame("days");
    }

    [Fact]
    public async Task An_empty_wallet_and_a_reached_limit_stop_a_consumer()
    {
        var prepaid = await ConsumerAsync("""
            ,"credit":1
            """);
        var limited = await ConsumerAsync("""
            ,"hardLimit":1
            """);
        foreach (var consumer in (Consumer[])[prepaid, limited])
        {
            (await SendAsync("POST", "/api/gateway/my%20bot/v1/chat/completions", consumer.Key, Hello)).ShouldBe(200);

            var refused = await SendAsync("POST", "/api/gateway/my%20bot/v1/chat/completions", consumer.Key, Hello);

            refused.ShouldBeRefused(429, "RATE_LIMIT_EXCEEDED").Json["error"]!.GetValue<string>().ShouldBe(refused.Message);
        }
    }

    [Fact]
    public async Task An_application_logs_units_that_the_wallet_pays()
    {
        var consumer = await ConsumerAsync("""
            ,"credit":100
            """);

        (await First.PostAsync("/v1/gateway/billing/log", $$"""{"consumerId":"{{consumer.Id}}","apiId":"my bot","units":30,"metric":"pages"}"""))
            .ShouldAnswer("""{"success":true,"loggedUnits":30}""");

        var wallet = (await SendAsync("GET", "/api/gateway/me/wallet?api_slug=my%20bot", consumer.Key)).Json["wallet"]!;
        wallet["balance"]!.GetValue<int>().ShouldBe(70);
        wallet["plan_type"]!.GetValue<string>().ShouldBe("prepaid");
    }

    [Theory]
    [InlineData("{}", "consumerId")]
    [InlineData("""{"consumerId":"nobody","apiId":"a","units":1}""", "consumerId")]
    [InlineData("""{"consumerId":"c","apiId":"a"}""", "units")]
    [InlineData("""{"consumerId":"c","apiId":"a","units":-1}""", "units")]
    [InlineData("""{"consumerId":"c","apiId":"a","units":1.5}""", "units")]
    public async Task What_is_wrong_with_logged_units_is_named(string body, string field) =>
        (await First.PostAsync("/v1/gateway/billing/log", body)).ShouldBlame(field);

    [Fact]
    public async Task A_key_opens_the_gateway_of_its_own_project_alone()
    {
        var other = await First.OtherProjectAsync();
        await other.PostAsync("/v1/gateway/apis", """{"slug":"theirs"}""");
        var consumer = await ConsumerAsync();

        (await SendAsync("POST", "/api/gateway/theirs/v1/chat/completions", consumer.Key, Hello)).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await SendAsync("GET", "/api/gateway/me/wallet?api_slug=theirs", consumer.Key)).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await other.PostAsync("/v1/gateway/billing/log", $$"""{"consumerId":"{{consumer.Id}}","apiId":"a","units":1}""")).ShouldBlame("consumerId");
        (await other.DeleteAsync($"/v1/gateway/consumers/{consumer.Id}")).ShouldBeRefused(404, "VALIDATION_ERROR");
        (await other.GetAsync("/v1/gateway/consumers")).ShouldAnswer("""{"consumers":[]}""");
    }

    [Fact]
    public async Task Without_a_good_consumer_key_nothing_is_answered()
    {
        var consumer = await ConsumerAsync();
        (await First.DeleteAsync($"/v1/gateway/consumers/{consumer.Id}")).ShouldAnswer("""{"success":true}""");

        foreach (var key in (string?[])[null, "ask_live_x", First.Key, consumer.Key, "aa.bb.cc"])
        {
            var refused = await SendAsync("POST", "/api/gateway/my%20bot/v1/chat/completions", key, Hello);
            refused.ShouldBeRefused(401, "AUTH_INVALID_KEY").Json["error"]!.GetValue<string>().ShouldBe(refused.Message);
        }
    }

    [Fact]
    public async Task Keys_of_consumers_say_what_they_are_for_and_are_shown_once()
    {
        var live = await ConsumerAsync();
        var test = await ConsumerAsync("""
            ,"mode":"test"
            """);

        live.Key.ShouldStartWith("ask_live_");
        test.Key.ShouldStartWith("ask_test_");
        (await First.GetAsync("/v1/gateway/consumers")).Text.ShouldNotContain(live.Key);
        (await First.PostAsync("/v1/gateway/apis", """{"slug":"me"}""")).ShouldBlame("slug");
    }

    [Fact]
    public async Task A_caller_who_hangs_up_early_is_nothing_out_of_the_ordinary()
    {
        var consumer = await ConsumerAsync();
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/api/gateway/my%20bot/v1/chat/completions"))
        {
            request.Headers.Add("Authorization", $"Bearer {consumer.Key}");
            request.Content = new StringContent(Streamed, System.Text.Encoding.UTF8, "application/json");
            using var response = await Server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, AerostackServer.Cancellation);
            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
            await using var body = await response.Content.ReadAsStreamAsync(AerostackServer.Cancellation);
            (await body.ReadAsync(new byte[1], AerostackServer.Cancellation)).ShouldBe(1);
        }

        (await SendAsync("POST", "/api/gateway/my%20bot/v1/chat/completions", consumer.Key, Hello)).ShouldBe(200);
    }

    private async Task<Consumer> ConsumerAsync(string more = "")
    {
        var made = (await First.PostAsync("/v1/gateway/consumers", $$"""{"name":"c"{{more}}}""")).ShouldBe(201).Json;
        return new Consumer(made["id"]!.GetValue<string>(), made["key"]!.GetValue<string>());
    }

    private Task<Reply> SendAsync(string method, string path, string? consumerKey, string? body = null) => Server.SendAsync(method, path, null, body, request =>
    {
        if (consumerKey is not null)
            request.Headers.Add("Authorization", $"Bearer {consumerKey}");
    });

    private sealed record Consumer(string Id, string Key);
}
