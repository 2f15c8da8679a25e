using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;

namespace Trellis.Server.Ascend.Tests.Webhooks;

public sealed class WebhookConfigurationTests : WebhookTest
{
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "url", "\"http://example.com/\"", "url" },
        { "url", "\"https://10.0.0.1/\"", "url" },
        { "url", "\"https://169.254.169.254/latest\"", "url" },
        { "url", "\"https://user:password@example.com/\"", "url" },
        { "url", "\"no url\"", "url" },
        { "url", "5", "url" },
        { "events", "[]", "events" },
        { "events", "[\"nothing.known\"]", "events[0]" },
        { "events", "[\"action.approved\",\"*\"]", "events[1]" },
        { "events", "[\"approval.timeout\"]", "events[0]" },
        { "events", "\"action.approved\"", "events" },
        { "secret", "\"short\"", "secret" },
        { "event_filters", "{\"a\":{}}", "event_filters" },
        { "custom_headers", "{\"Host\":\"elsewhere\"}", "custom_headers" },
        { "custom_headers", "{\"X-A\":5}", "custom_headers.X-A" },
        { "retry_config", "{\"max_retries\":11}", "retry_config.max_retries" },
        { "rate_limit_per_minute", "1001", "rate_limit_per_minute" },
        { "active", "\"yes\"", "active" },
    };

    [Theory]
    [InlineData("/api/webhooks/configure")]
    [InlineData("/api/sdk/webhooks/configure")]
    public async Task An_sdk_configures_a_webhook_with_its_key(string path)
    {
        var json = (await First.PostAsync(path, SdkBody("action.approved", "action.denied"))).ShouldBeOk().Json;

        json["webhook_id"]!.GetValue<string>().ShouldNotBeEmpty();
        json["url"]!.GetValue<string>().ShouldBe(Receiver.Url.ToString());
        json["events"]!.AsArray().Select(static name => name!.GetValue<string>()).ShouldBe(["action.approved", "action.denied"]);
        json["status"]!.GetValue<string>().ShouldBe("active");
        json["created_at"]!.GetValue<string>().ShouldBe("2026-01-01T00:00:00Z");
        json["secret"]!.GetValue<string>().ShouldMatch("^whsec_[0-9A-Za-z]{43}$");
    }

    [Fact]
    public async Task A_secret_that_the_caller_sent_is_never_sent_back()
    {
        var body = SdkBody("action.approved");
        body["secret"] = "the-callers-own-secret";

        var configured = await First.PostAsync($"{Webhooks}/configure", body);
        var listed = await First.GetAsync(Webhooks);

        configured.ShouldBeOk().Text.ShouldNotContain("the-callers-own-secret");
        configured.Json.ContainsKey("secret").ShouldBeFalse();
        listed.ShouldBeOk().Text.ShouldNotContain("the-callers-own-secret");
    }

    [Fact]
    public async Task Configuring_the_same_address_again_changes_the_webhook()
    {
        var (id, secret) = await ConfigureAsync("action.approved");

        var again = (await First.PostAsync($"{Webhooks}/configure", SdkBody("action.denied"))).ShouldBeOk();

        again.Json["webhook_id"]!.GetValue<string>().ShouldBe(id);
        again.Text.ShouldNotContain(secret);
        var only = (await First.GetAsync(Webhooks)).ShouldBeOk().Json["webhooks"]!.AsArray().ShouldHaveSingleItem()!;
        only["events"]![0]!.GetValue<string>().ShouldBe("action.denied");
    }

    [Fact]
    public async Task The_rest_interface_answers_201_with_all_that_was_asked()
    {
        var body = RestBody("*");
        body["description"] = "everything";
        body["event_filters"] = new JsonObject { ["risk_level"] = "high" };
        body["custom_headers"] = new JsonObject { ["X-Token"] = "token-of-the-receiver" };
        body["retry_config"] = new JsonObject { ["max_retries"] = 1, ["retry_delay_seconds"] = 5 };
        body["rate_limit_per_minute"] = 10;

        var reply = await First.AdminAsync("POST", Webhooks, body);

        reply.Status.ShouldBe(201, reply.Text);
        reply.Json["subscription_id"]!.GetValue<string>().ShouldBe(reply.Json["id"]!.GetValue<string>());
        Guid.TryParse(reply.Json["subscription_id"]!.GetValue<string>(), out _).ShouldBeTrue();
        reply.Json["name"]!.GetValue<string>().ShouldBe("all of it");
        reply.Json["target_url"]!.GetValue<string>().ShouldBe(Receiver.Url.ToString());
        reply.Json["event_types"]![0]!.GetValue<string>().ShouldBe("*");
        reply.Json["event_filters"]!["risk_level"]!.GetValue<string>().ShouldBe("high");
        reply.Json["custom_headers"]!["X-Token"]!.GetValue<string>().ShouldBe("****");
        reply.Json["retry_config"]!["max_retries"]!.GetValue<int>().ShouldBe(1);
        reply.Json["retry_config"]!["retry_delay_seconds"]!.GetValue<int>().ShouldBe(5);
        reply.Json["rate_limit_per_minute"]!.GetValue<int>().ShouldBe(10);
    }

    [Fact]
    public async Task The_rest_interface_is_for_administrators() =>
        (await First.PostAsync(Webhooks, RestBody("*"))).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_is_wrong_is_named(string member, string value, string field)
    {
        var body = SdkBody("action.approved");
        body[member] = JsonNode.Parse(value);

        var refused = (await First.PostAsync($"{Webhooks}/configure", body)).ShouldBeRefused(422, ErrorCodes.Validation);

        refused.Errors.ShouldHaveSingleItem().Key.ShouldBe(field);
    }

    [Fact]
    public async Task Address_and_events_are_required()
    {
        (await First.PostAsync($"{Webhooks}/configure", [])).ShouldBeRefused(422, ErrorCodes.Validation).Errors.Count.ShouldBe(2);
        (await First.AdminAsync("POST", Webhooks, [])).ShouldBeRefused(422, ErrorCodes.Validation).Errors.Count.ShouldBe(2);
    }

    [Fact]
    public async Task An_sdk_sees_the_five_events_and_an_administrator_all()
    {
        (await First.GetAsync($"{Webhooks}/events")).ShouldBeOk().Json["events"]!.AsArray()
            .Select(static known => known!["name"]!.GetValue<string>())
            .ShouldBe(["action.approved", "action.denied", "action.pending", "policy.violation", "agent.trust_changed"]);
        (await First.AdminAsync("GET", $"{Webhooks}/events")).ShouldBeOk().Json["events"]!.AsArray().Count.ShouldBe(14);
    }

    [Fact]
    public async Task A_webhook_is_changed_in_part()
    {
        var (id, _) = await ConfigureAsync("action.approved");

        var json = (await First.PutAsync($"{Webhooks}/{id}", new JsonObject { ["events"] = new JsonArray("action.denied") })).ShouldBeOk().Json;

        json["events"]![0]!.GetValue<string>().ShouldBe("action.denied");
        json["url"]!.GetValue<string>().ShouldBe(Receiver.Url.ToString());
        (await First.PutAsync($"{Webhooks}/{id}", [])).ShouldBeRefused(422, ErrorCodes.Validation);
    }

    [Fact]
    public async Task Deleting_answers_with_json()
    {
        var (id, _) = await ConfigureAsync("action.approved");

        (await First.DeleteAsync($"{Webhooks}/{id}")).ShouldBeOk().Json["success"]!.GetValue<bool>().ShouldBeTrue();

        (await First.GetAsync($"{Webhooks}/{id}")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.DeleteAsync($"{Webhooks}/{id}")).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task Changes_are_in_the_audit_trail_without_the_address_s_path()
    {
        var (id, _) = await ConfigureAsync("action.approved");
        await First.DeleteAsync($"{Webhooks}/{id}");

        var records = await AuditProbe.RecordsAsync(Server.Store);

        records.Select(static record => record.EventType).ShouldContain("webhook_created");
        records.Select(static record => record.EventType).ShouldContain("webhook_deleted");
        records.ShouldAllBe(record => !record.Data.Contains("/hook"));
    }
}
