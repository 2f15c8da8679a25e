using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Idempotency;

/// <summary>The same call twice is one action, on every engine of the store (contract, section 1.6).</summary>
public abstract class IdempotencySuite : ServerTest
{
    [Fact]
    public async Task The_same_key_and_body_give_the_same_action()
    {
        var first = (await SubmitAsync("key-1", Submissions.Body())).ShouldBeOk();
        var second = (await SubmitAsync("key-1", Submissions.Body())).ShouldBeOk();

        second.Json["action_id"]!.GetValue<long>().ShouldBe(first.Json["action_id"]!.GetValue<long>());
        JsonNode.DeepEquals(second.Json, first.Json).ShouldBeTrue(second.Text);
        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        (await First.GetAsync("/api/agent-activity")).Json["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_a_conflict()
    {
        await SubmitAsync("key-1", Submissions.Body());

        (await SubmitAsync("key-1", Submissions.Body(resource: "other"))).ShouldBeRefused(409, ErrorCodes.IdempotencyConflict);
    }

    [Fact]
    public async Task Another_key_is_another_action()
    {
        await SubmitAsync("key-1", Submissions.Body());
        await SubmitAsync("key-2", Submissions.Body());

        (await First.GetAsync("/api/agent-activity")).Json["total"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Many_at_once_with_one_key_are_one_action()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SubmitAsync("key-1", Submissions.Body())));

        replies.Select(static reply => reply.ShouldBeOk().Json["action_id"]!.GetValue<long>()).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        await SubmitAsync("key-1", Submissions.Body());
        Server.Clock.Advance(TimeSpan.FromHours(24));

        (await SubmitAsync("key-1", Submissions.Body(resource: "other"))).ShouldBeOk().Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_call_may_be_tried_again_with_its_key()
    {
        var body = Submissions.Body(more: new() { ["mcp_server_name"] = "files" });
        (await SubmitAsync("key-1", body)).ShouldBeRefused(403, ErrorCodes.McpServerUnregistered);

        (await SubmitAsync("key-1", Submissions.Body())).ShouldBeOk();
    }

    [Fact]
    public async Task A_key_of_another_organisation_is_another_key()
    {
        await SubmitAsync("key-1", Submissions.Body());
        var other = await Server.OtherTenantAsync();

        var reply = await Server.SendAsync("POST", Submissions.Path, other.Key, Submissions.Body("a.b").ToJsonString(), WithKey("key-1"));

        reply.ShouldBeOk().Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("two words")]
    public async Task A_key_that_is_none_is_refused(string key) => (await SubmitAsync(key, Submissions.Body())).Status.ShouldBe(400);

    [Fact]
    public async Task A_completion_may_be_sent_twice()
    {
        var id = await First.SubmittedAsync(Submissions.Harmless());
        var path = $"/api/agent-action/{id}/complete";

        var first = await Server.SendAsync("POST", path, First.Key, "{}", WithKey("key-1"));
        var second = await Server.SendAsync("POST", path, First.Key, "{}", WithKey("key-1"));

        JsonNode.DeepEquals(second.ShouldBeOk().Json, first.ShouldBeOk().Json).ShouldBeTrue();
    }

    [Fact]
    public async Task A_key_of_another_caller_is_another_request()
    {
        await SubmitAsync("key-1", Submissions.Body());
        var other = await First.AdminKeyAsync();

        (await Server.SendAsync("POST", Submissions.Path, other, Submissions.Body().ToJsonString(), WithKey("key-1")))
            .ShouldBeRefused(409, ErrorCodes.IdempotencyConflict);
    }

    [Fact]
    public async Task A_decision_may_be_sent_twice()
    {
        var id = await First.SubmittedAsync(Submissions.Risky());

        var first = await DecideAsync();
        var second = await DecideAsync();

        second.ShouldBeOk().Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        JsonNode.DeepEquals(second.Json, first.ShouldBeOk().Json).ShouldBeTrue();

        Task<Reply> DecideAsync() => Server.SendAsync("POST", $"/api/v1/actions/{id}/approve", First.AdminToken, "{}", WithKey("key-1"));
    }

    [Theory]
    [InlineData("/api/governance/policies", """{"policy_name":"P","policy_action":"block"}""", "policies")]
    [InlineData("/api/smart-rules", """{"name":"R","condition":"a == 1","action":"log"}""", "smart_rules")]
    [InlineData("/api/v1/resource-classifications", """{"resource_type":"db","sensitivity_level":"pii"}""", "classifications")]
    public async Task What_is_made_twice_with_one_key_is_there_once(string path, string body, string list)
    {
        var first = await Server.SendAsync("POST", path, First.AdminToken, body, WithKey("key-1"));
        var second = await Server.SendAsync("POST", path, First.AdminToken, body, WithKey("key-1"));

        first.Status.ShouldBe(201, first.Text);
        second.Status.ShouldBe(201, second.Text);
        (await First.AdminAsync("GET", path)).Json[list]!.AsArray().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_scan_that_is_sent_twice_counts_once()
    {
        var id = await First.SubmittedAsync(Submissions.Harmless());
        var body = $$"""{"content":"ann@example.com","agent_id":"agent-1","action_id":{{id}}}""";

        for (var i = 0; i < 2; i++)
            (await Server.SendAsync("POST", "/api/v1/output-filter/scan", First.Key, body, WithKey("key-1"))).ShouldBeOk();

        (await First.GetAsync($"/api/v1/actions/{id}/status")).Json["output_findings_count"]!.GetValue<int>().ShouldBe(1);
    }

    [Theory]
    [InlineData("POST", "/api/keys/generate", """{"name":"k"}""", "api_key")]
    [InlineData("POST", "/api/users/somebody/token", "{}", "token")]
    [InlineData("POST", "/api/webhooks", """{"name":"w","target_url":"https://hooks.example.com/a","event_types":["action.denied"]}""", "secret")]
    [InlineData("PUT", "/api/governance/signing", """{"generate":true}""", "secret")]
    public async Task A_secret_that_is_shown_once_is_told_again_and_not_readable_in_the_store(string method, string path, string body, string member)
    {
        await First.AdminAsync("POST", "/api/users", new() { ["subject"] = "somebody" });

        var first = await Server.SendAsync(method, path, First.AdminToken, body, WithKey("key-1"));
        var second = await Server.SendAsync(method, path, First.AdminToken, body, WithKey("key-1"));

        second.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        var secret = first.Json[member]!.GetValue<string>();
        secret.Length.ShouldBeGreaterThan(20);
        second.Json[member]!.GetValue<string>().ShouldBe(secret);
        var kept = await KeptAsync();
        kept.ShouldContain("key-1");
        kept.ShouldNotContain(secret);
    }

    [Fact]
    public async Task The_answers_to_a_webhook_s_new_secret_are_told_again_too()
    {
        var made = await First.AdminAsync("POST", "/api/webhooks", new()
        {
            ["name"] = "w",
            ["target_url"] = "https://hooks.example.com/a",
            ["event_types"] = new JsonArray("action.denied"),
        });
        var path = $"/api/webhooks/{made.Json["id"]!.GetValue<string>()}/rotate-secret";

        var first = await Server.SendAsync("POST", path, First.AdminToken, "{}", WithKey("key-1"));
        var second = await Server.SendAsync("POST", path, First.AdminToken, "{}", WithKey("key-1"));

        second.ShouldBeOk().Json["secret"]!.GetValue<string>().ShouldBe(first.ShouldBeOk().Json["secret"]!.GetValue<string>());
        (await KeptAsync()).ShouldNotContain(first.Json["secret"]!.GetValue<string>());
    }

    /// <summary>What somebody reads who has the database and nothing else.</summary>
    private protected abstract Task<string> KeptAsync();

    private static Action<HttpRequestMessage> WithKey(string key) => request => request.Headers.TryAddWithoutValidation("Idempotency-Key", key);

    private Task<Reply> SubmitAsync(string key, JsonObject body) =>
        Server.SendAsync("POST", Submissions.Path, First.Key, body.ToJsonString(), WithKey(key));
}
