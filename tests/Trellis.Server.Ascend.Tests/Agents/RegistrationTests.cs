using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Agents;

public sealed class RegistrationTests : ServerTest
{
    private const string Path = "/api/registry/agents";

    private static JsonObject SdkBody(string agentId = "agent-1", string agentType = "supervised") => new()
    {
        ["agent_id"] = agentId,
        ["display_name"] = "Agent One",
        ["agent_type"] = agentType,
        ["environment"] = "production",
        ["capabilities"] = new JsonArray("database.query"),
        ["allowed_resources"] = new JsonArray(),
        ["sdk_version"] = "2.5.1",
        ["metadata"] = new JsonObject { ["team"] = "blue" },
    };

    [Fact]
    public async Task A_new_agent_is_a_draft_of_standard_trust()
    {
        var json = (await First.PostAsync(Path, SdkBody())).ShouldBeOk().Json;

        json["success"]!.GetValue<bool>().ShouldBeTrue();
        json["created"]!.GetValue<bool>().ShouldBeTrue();
        json["status"]!.GetValue<string>().ShouldBe("registered");
        json["agent_id"]!.GetValue<string>().ShouldBe("agent-1");
        json["trust_level"]!.GetValue<string>().ShouldBe("standard");
        json["capabilities"]!.AsArray().Count.ShouldBe(1);
        json["metadata"]!["team"]!.GetValue<string>().ShouldBe("blue");
        json["agent"]!["status"]!.GetValue<string>().ShouldBe("draft");
        json["agent"]!["id"]!.GetValue<int>().ShouldBe(1);
        json["agent"]!["organization_id"]!.GetValue<int>().ShouldBe(1);
        json["registration_id"]!.GetValue<string>().ShouldStartWith("reg_");
    }

    [Fact]
    public async Task Registering_again_creates_nothing_and_is_no_conflict()
    {
        await First.PostAsync(Path, SdkBody());
        var body = SdkBody();
        body["display_name"] = "Renamed";

        var json = (await First.PostAsync(Path, body)).ShouldBeOk().Json;

        json["created"]!.GetValue<bool>().ShouldBeFalse();
        json["agent"]!["display_name"]!.GetValue<string>().ShouldBe("Renamed");
        (await First.GetAsync(Path)).Json["total"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task The_old_path_takes_the_old_name_of_the_name()
    {
        var json = (await First.PostAsync("/api/sdk/agent/register", new() { ["agent_id"] = "node-1", ["agent_name"] = "Node" })).ShouldBeOk().Json;

        json["agent"]!["display_name"]!.GetValue<string>().ShouldBe("Node");
        json["agent"]!["agent_type"]!.GetValue<string>().ShouldBe("supervised");
    }

    [Theory]
    [InlineData("automation")]
    [InlineData("trading")]
    public async Task Any_type_is_kept_as_it_is_given(string type) =>
        (await First.PostAsync(Path, SdkBody(agentType: type))).ShouldBeOk().Json["agent"]!["agent_type"]!.GetValue<string>().ShouldBe(type);

    [Fact]
    public async Task All_rest_fields_are_kept()
    {
        var body = new JsonObject
        {
            ["agent_id"] = "rest-agent",
            ["name"] = "Rest",
            ["owner_email"] = "owner@example.com",
            ["description"] = "does things",
            ["default_risk_score"] = 40,
            ["auto_approve_below"] = 25,
            ["max_risk_threshold"] = 75,
            ["requires_mfa_above"] = 65,
            ["allowed_action_types"] = new JsonArray("a"),
            ["blocked_resources"] = new JsonArray("b*"),
            ["alert_on_high_risk"] = false,
            ["alert_recipients"] = new JsonArray("x@example.com"),
            ["webhook_url"] = "https://example.com/hook",
            ["tags"] = new JsonArray("t"),
            ["config"] = new JsonObject { ["k"] = 1 },
        };
        (await First.PostAsync(Path, body)).ShouldBeOk();

        var agent = (await First.GetAsync($"{Path}/rest-agent")).ShouldBeOk().Json;

        body.Remove("name");
        foreach (var (name, value) in body)
            JsonNode.DeepEquals(agent[name], value).ShouldBeTrue(name);
        agent["display_name"]!.GetValue<string>().ShouldBe("Rest");
    }

    [Fact]
    public async Task An_agent_that_registers_again_does_not_change_what_governs_it()
    {
        await First.AdminAsync(
            "POST", Path, new() { ["agent_id"] = "agent-1", ["allowed_resources"] = new JsonArray("db/*"), ["auto_approve_below"] = 10 });
        var body = SdkBody(agentType: "advisory");
        body["auto_approve_below"] = 79;

        await First.PostAsync(Path, body);

        var agent = (await First.GetAsync($"{Path}/agent-1")).Json;
        agent["agent_type"]!.GetValue<string>().ShouldBe("supervised");
        agent["auto_approve_below"]!.GetValue<int>().ShouldBe(10);
        agent["allowed_resources"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("with/slash")]
    [InlineData("")]
    public async Task An_id_that_cannot_stand_in_a_path_is_refused(string id) =>
        (await First.PostAsync(Path, SdkBody(id))).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("agent_id").ShouldBeTrue();

    [Fact]
    public async Task Thresholds_must_be_in_order() =>
        (await First.PostAsync(Path, new() { ["agent_id"] = "agent-1", ["auto_approve_below"] = 90 }))
            .ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("auto_approve_below").ShouldBeTrue();

    [Fact]
    public async Task Registrations_have_a_limit_of_their_own()
    {
        await using var server = await AscendServer.StartAsync(new ServerSetup { Configuration = [] });
        for (var i = 0; i < 10; i++)
            (await server.First.PostAsync(Path, SdkBody($"agent-{i}"))).ShouldBeOk();

        var reply = await server.First.PostAsync(Path, SdkBody("agent-10"));

        reply.ShouldBeRefused(429, ErrorCodes.RateLimit);
        reply.Headers.RetryAfter.ShouldNotBeNull();
    }
}
