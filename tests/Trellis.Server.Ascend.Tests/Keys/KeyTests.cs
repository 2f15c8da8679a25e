using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Keys;

public sealed class KeyTests : ServerTest
{
    [Fact]
    public async Task A_key_is_shown_once_and_works()
    {
        var json = await GenerateAsync(new() { ["name"] = "ci", ["description"] = "builds" });

        json["success"]!.GetValue<bool>().ShouldBeTrue();
        var key = json["api_key"]!.GetValue<string>();
        key.ShouldStartWith("owkai_live_");
        foreach (var member in (string[])["key_id", "key_prefix", "name", "expires_at", "created_at", "warning"])
            json.ContainsKey(member).ShouldBeTrue(member);
        (await Server.SendAsync("GET", "/api/sdk/health", key)).ShouldBeOk();
        (await First.AdminAsync("GET", "/api/keys/list")).ShouldBeOk().Text.ShouldNotContain(key);
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_and_revoking_again_changes_nothing()
    {
        var json = await GenerateAsync(new() { ["name"] = "ci" });
        var id = json["key_id"]!.GetValue<string>();

        (await First.AdminAsync("DELETE", $"/api/keys/{id}/revoke?reason=lost")).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("revoked");

        (await Server.SendAsync("GET", "/api/sdk/health", json["api_key"]!.GetValue<string>())).ShouldBeRefused(401, ErrorCodes.RevokedApiKey);
        (await First.AdminAsync("DELETE", $"/api/keys/{id}/revoke?reason=again"))
            .ShouldBeOk().Json["revoked_reason"]!.GetValue<string>().ShouldBe("lost");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_where_it_was_remembered_too()
    {
        var json = await GenerateAsync(new() { ["name"] = "ci" });
        var key = json["api_key"]!.GetValue<string>();
        (await SubmitAsync(key)).ShouldBeOk();

        await First.AdminAsync("DELETE", $"/api/keys/{json["key_id"]!.GetValue<string>()}/revoke");

        (await SubmitAsync(key)).ShouldBeRefused(401, ErrorCodes.RevokedApiKey);
    }

    [Fact]
    public async Task A_key_ends_after_the_days_that_were_asked_for()
    {
        var key = (await GenerateAsync(new() { ["name"] = "short", ["expires_in_days"] = 1 }))["api_key"]!.GetValue<string>();

        Server.Clock.Advance(TimeSpan.FromDays(1));

        (await Server.SendAsync("GET", "/api/sdk/health", key)).ShouldBeRefused(401, ErrorCodes.ExpiredApiKey);
    }

    [Fact]
    public async Task A_key_may_have_a_limit_of_its_own()
    {
        var key = (await GenerateAsync(new()
        {
            ["name"] = "slow",
            ["rate_limit"] = new JsonObject { ["max_requests"] = 1, ["window_seconds"] = 60 },
        }))["api_key"]!.GetValue<string>();
        (await Server.SendAsync("GET", "/api/sdk/health", key)).ShouldBeOk();

        (await Server.SendAsync("GET", "/api/sdk/health", key)).ShouldBeRefused(429, ErrorCodes.RateLimit);
    }

    [Fact]
    public async Task A_key_that_may_only_read_does_not_act()
    {
        var key = (await GenerateAsync(new() { ["name"] = "reader", ["permissions"] = new JsonArray("agent:read") }))["api_key"]!.GetValue<string>();
        (await Server.SendAsync("GET", AgentRegistry.Path, key)).ShouldBeOk();

        (await SubmitAsync(key)).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }

    [Fact]
    public async Task Permissions_that_no_key_could_be_held_to_are_refused() =>
        (await First.AdminAsync("POST", "/api/keys/generate", new() { ["name"] = "k", ["permissions"] = new JsonArray("agent:write") }))
            .ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("permissions").ShouldBeTrue();

    [Fact]
    public async Task An_agent_s_key_makes_no_keys() =>
        (await First.PostAsync("/api/keys/generate", new() { ["name"] = "k" })).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Fact]
    public async Task A_manager_makes_no_administrator_s_key()
    {
        var manager = await First.PersonAsync("manager");

        (await Server.SendAsync("POST", "/api/keys/generate", manager, new JsonObject { ["name"] = "k", ["role"] = "admin" }))
            .ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }

    [Fact]
    public async Task A_key_that_a_key_made_belongs_to_the_person_behind()
    {
        var admin = (await GenerateAsync(new() { ["name"] = "k", ["role"] = "admin" }))["api_key"]!.GetValue<string>();

        var made = (await Server.SendAsync("POST", "/api/keys/generate", admin, new JsonObject { ["name"] = "l" })).ShouldBeOk().Json;

        made["created_by"]!.GetValue<string>().ShouldBe("admin");
    }

    [Fact]
    public async Task The_use_of_a_key_is_told()
    {
        var json = await GenerateAsync(new() { ["name"] = "ci" });
        await SubmitAsync(json["api_key"]!.GetValue<string>());

        var usage = (await First.AdminAsync("GET", $"/api/keys/{json["key_id"]!.GetValue<string>()}/usage")).ShouldBeOk().Json;

        usage["total_actions"]!.GetValue<int>().ShouldBe(1);
        usage["last_used_at"].ShouldNotBeNull();
    }

    private async Task<JsonObject> GenerateAsync(JsonObject body) => (await First.AdminAsync("POST", "/api/keys/generate", body)).ShouldBeOk().Json;

    private Task<Reply> SubmitAsync(string key) => Server.SendAsync(
        "POST",
        "/api/v1/actions/submit",
        key,
        new JsonObject { ["agent_id"] = "agent-1", ["action_type"] = "database.query", ["resource"] = "orders" });
}
