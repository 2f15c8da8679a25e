using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.KillSwitches;

/// <summary>Whatever stops an agent stops what it asks for from the next request on, also of clients that never poll.</summary>
public sealed class StoppedActionTests : ServerTest
{
    private const string Agent = "/api/registry/agents/agent-1";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await First.RegisterAgentAsync("agent-1");
        (await SubmitAsync(First)).ShouldBe("approved");
    }

    [Theory]
    [InlineData("/api/v1/actions/submit")]
    [InlineData("/api/authorization/agent-action")]
    public async Task The_organisation_s_kill_switch_denies_until_it_is_released(string path)
    {
        await First.PostAsync("/api/billing/kill-switch/1/trigger", new() { ["reason"] = "something is wrong" });

        var json = (await First.PostAsync(path, Body())).ShouldBeOk().Json;
        json["status"]!.GetValue<string>().ShouldBe("denied");
        json["execution_allowed"]!.GetValue<bool>().ShouldBeFalse();
        json["reason"]!.GetValue<string>().ShouldContain("something is wrong");
        json["policy_violations"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("kill_switch");

        await First.AdminAsync("POST", "/api/billing/kill-switch/1/release", new() { ["reason"] = "all is well again" });
        (await SubmitAsync(First)).ShouldBe("approved");
    }

    [Fact]
    public async Task Another_organisation_goes_on()
    {
        var other = await Server.OtherTenantAsync();
        await First.PostAsync("/api/billing/kill-switch/1/trigger", new() { ["reason"] = "something is wrong" });

        (await SubmitAsync(other)).ShouldBe("approved");
    }

    [Theory]
    [InlineData("suspend", "suspended")]
    [InlineData("retire", "retired")]
    public async Task A_stopped_agent_is_denied(string way, string word)
    {
        (await First.AdminAsync("POST", $"{Agent}/{way}")).ShouldBeOk();

        var json = (await First.PostAsync("/api/v1/actions/submit", Body())).ShouldBeOk().Json;

        json["status"]!.GetValue<string>().ShouldBe("denied");
        json["reason"]!.GetValue<string>().ShouldContain(word);
    }

    [Fact]
    public async Task A_blocked_agent_is_denied_until_it_is_unblocked()
    {
        await CommandAsync(new() { ["command_type"] = "BLOCK", ["reason"] = "odd" });
        (await SubmitAsync(First)).ShouldBe("denied");

        await CommandAsync(new() { ["command_type"] = "UNBLOCK", ["reason"] = "fine" });
        (await SubmitAsync(First)).ShouldBe("approved");
    }

    [Fact]
    public async Task A_blocked_mcp_server_s_tools_are_forbidden_to_all()
    {
        await First.RegisterMcpServerAsync("files");
        await CommandAsync(new() { ["command_type"] = "BLOCK", ["target_type"] = "mcp_server", ["mcp_server"] = "files", ["reason"] = "leaks" });
        var body = Body();
        body["mcp_server_name"] = "files";

        (await First.PostAsync("/api/v1/actions/submit", body)).ShouldBeRefused(403, ErrorCodes.McpServerDeactivated).Detail.ShouldContain("leaks");
    }

    [Fact]
    public async Task A_deprecated_agent_may_still_read_and_nothing_else()
    {
        (await First.AdminAsync("POST", $"{Agent}/activate")).ShouldBeOk();
        (await First.AdminAsync("POST", $"{Agent}/deprecate")).ShouldBeOk();

        (await SubmitAsync(First)).ShouldBe("approved");
        (await SubmitAsync(First, "file.write")).ShouldBe("denied");
        (await SubmitAsync(First, "anything_at_all")).ShouldBe("denied");
    }

    private static JsonObject Body(string actionType = "file.read") => new()
    {
        ["agent_id"] = "agent-1",
        ["action_type"] = actionType,
        ["resource"] = "notes",
        ["context"] = new JsonObject { ["environment"] = "test" },
    };

    private static async Task<string> SubmitAsync(Tenant tenant, string actionType = "file.read") =>
        (await tenant.PostAsync("/api/v1/actions/submit", Body(actionType))).ShouldBeOk().Json["status"]!.GetValue<string>();

    private async Task CommandAsync(JsonObject command) => (await First.AdminAsync("POST", $"{Agent}/commands", command)).Status.ShouldBe(201);
}
