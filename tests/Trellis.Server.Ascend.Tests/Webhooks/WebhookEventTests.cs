using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Webhooks;

public sealed class WebhookEventTests : WebhookTest
{
    [Fact]
    public async Task An_approved_action_is_told_with_a_good_signature()
    {
        var (_, secret) = await ConfigureAsync("action.approved");

        var decision = await SubmitAsync(Action());
        var (received, body) = await NextAsync();

        decision["status"]!.GetValue<string>().ShouldBe("approved");
        received.Headers["X-ASCEND-Event-Type"].ShouldBe("action.approved");
        received.Headers["X-ASCEND-Delivery-ID"].ShouldStartWith("del_");
        var signed = Encoding.UTF8.GetBytes($"{received.Headers["X-ASCEND-Timestamp"]}.{received.Body}");
        received.Headers["X-ASCEND-Signature"].ShouldBe(
            $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed))}");
        body["event"]!.GetValue<string>().ShouldBe("action.approved");
        body["organization_id"]!.GetValue<int>().ShouldBe(1);
        var data = body["data"]!;
        data["action_id"]!.GetValue<string>().ShouldBe(decision["action_id"]!.ToString());
        data["agent_id"]!.GetValue<string>().ShouldBe("agent-1");
        data["action_type"]!.GetValue<string>().ShouldBe("file.read");
        data["resource"]!.GetValue<string>().ShouldBe("s3");
        data["status"]!.GetValue<string>().ShouldBe("approved");
        data["risk_score"]!.GetValue<int>().ShouldBe(decision["risk_score"]!.GetValue<int>());
        data["risk_level"]!.GetValue<string>().ShouldBe(decision["risk_level"]!.GetValue<string>());
        data["reason"]!.GetValue<string>().ShouldBe(decision["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_waiting_action_is_told_twice_when_a_person_decides()
    {
        await CreateAsync("action.pending", "action.approved", "action.denied");
        var waiting = await SubmitAsync(Asking(Action()));

        var pending = (await NextAsync()).Body;
        pending["event"]!.GetValue<string>().ShouldBe("action.pending");
        pending["data"]!["approval_request_id"]!.GetValue<string>().ShouldBe(waiting["approval_request_id"]!.GetValue<string>());

        var manager = await First.PersonAsync("mia", CallerRole.Manager, 5);
        (await Server.SendAsync("POST", $"/api/v1/actions/{waiting["action_id"]}/approve", manager, new JsonObject { ["comments"] = "fine" })).ShouldBeOk();
        var approved = (await NextAsync()).Body;
        approved["event"]!.GetValue<string>().ShouldBe("action.approved");
        approved["data"]!["approver"]!.GetValue<string>().ShouldBe("mia");
        approved["data"]!["status"]!.GetValue<string>().ShouldBe("approved");
    }

    [Fact]
    public async Task A_rejected_action_is_told_as_denied()
    {
        await CreateAsync("action.denied");
        var waiting = await SubmitAsync(Asking(Action()));
        var manager = await First.PersonAsync("mia", CallerRole.Manager, 5);

        (await Server.SendAsync("POST", $"/api/v1/actions/{waiting["action_id"]}/reject", manager, new JsonObject { ["reason"] = "too risky" })).ShouldBeOk();

        var body = (await NextAsync()).Body;
        body["event"]!.GetValue<string>().ShouldBe("action.denied");
        body["data"]!["reason"]!.GetValue<string>().ShouldBe("too risky");
    }

    [Theory]
    [InlineData("complete", "action.completed")]
    [InlineData("fail", "action.failed")]
    public async Task The_end_of_an_action_is_told_once(string path, string expected)
    {
        await CreateAsync("action.completed", "action.failed");
        var action = await SubmitAsync(Action());

        (await First.PostAsync($"/api/agent-action/{action["action_id"]}/{path}", [])).ShouldBeOk();
        (await First.PostAsync($"/api/agent-action/{action["action_id"]}/{path}", [])).ShouldBeOk();

        var body = (await NextAsync()).Body;
        body["event"]!.GetValue<string>().ShouldBe(expected);
        body["data"]!["status"]!.GetValue<string>().ShouldBe(expected["action.".Length..]);
        Receiver.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_change_of_trust_is_told()
    {
        await ConfigureAsync("agent.trust_changed");
        await First.PostAsync("/api/registry/agents", new JsonObject { ["agent_id"] = "agent-1" });

        var change = new JsonObject { ["trust_level"] = "restricted", ["reason"] = "odd behaviour" };
        (await First.AdminAsync("PUT", "/api/registry/agents/agent-1/trust", change)).ShouldBeOk();
        (await First.AdminAsync("PUT", "/api/registry/agents/agent-1/trust", change.DeepClone().AsObject())).ShouldBeOk();

        var data = (await NextAsync()).Body["data"]!;
        data["agent_id"]!.GetValue<string>().ShouldBe("agent-1");
        data["old_level"]!.GetValue<string>().ShouldBe("standard");
        data["new_level"]!.GetValue<string>().ShouldBe("restricted");
        data["reason"]!.GetValue<string>().ShouldBe("odd behaviour");
        Receiver.Waiting.ShouldBe(0);
    }

    [Fact]
    public async Task A_webhook_for_one_agent_hears_of_no_other()
    {
        var body = SdkBody("action.approved");
        body["agent_id"] = "agent-2";
        await First.PostAsync($"{Webhooks}/configure", body);

        await SubmitAsync(Action());
        var second = Action();
        second["agent_id"] = "agent-2";
        await SubmitAsync(second);

        (await NextAsync()).Body["data"]!["agent_id"]!.GetValue<string>().ShouldBe("agent-2");
        Receiver.Waiting.ShouldBe(0);
    }

    private static JsonObject Asking(JsonObject action)
    {
        action["context"]!["require_human_approval"] = true;
        return action;
    }
}
