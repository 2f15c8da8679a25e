using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Orchestration;

public sealed class CascadeKillTests : ServerTest
{
    private const string Path = "/api/v1/orchestration/cascade-kill/boss";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var agent in (string[])["boss", "manager", "worker", "bystander"])
            await First.RegisterAgentAsync(agent);
        await DirectAsync("boss", "manager");
        await DirectAsync("manager", "worker");
        await DirectAsync("worker", "boss");
    }

    [Fact]
    public async Task Without_confirmation_it_only_says_whom_it_would_stop()
    {
        var json = (await First.AdminAsync("POST", Path, new() { ["reason"] = "drill" })).ShouldBeOk().Json;

        json["success"]!.GetValue<bool>().ShouldBeTrue();
        json["dry_run"]!.GetValue<bool>().ShouldBeTrue();
        json["orchestrator_id"]!.GetValue<string>().ShouldBe("boss");
        json["affected_agents"]!.AsArray().Select(static agent => agent!.GetValue<string>()).ShouldBe(["boss", "manager", "worker"]);
        json["blocked_count"]!.GetValue<int>().ShouldBe(0);
        (await IsBlockedAsync("boss")).ShouldBeFalse();
    }

    [Fact]
    public async Task Confirmed_it_stops_all_that_is_directed_however_far_down_and_nobody_else()
    {
        var json = (await First.AdminAsync("POST", Path, new() { ["reason"] = "fire", ["confirm"] = true })).ShouldBeOk().Json;

        json["dry_run"]!.GetValue<bool>().ShouldBeFalse();
        json["blocked_count"]!.GetValue<int>().ShouldBe(3);
        foreach (var agent in (string[])["boss", "manager", "worker"])
            (await IsBlockedAsync(agent)).ShouldBeTrue(agent);
        (await IsBlockedAsync("bystander")).ShouldBeFalse();
        (await First.GetAsync("/api/registry/agents/worker/commands")).Json["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_key_is_refused_even_one_of_an_administrator()
    {
        var key = await First.AdminKeyAsync();

        (await First.PostAsync(Path, new() { ["reason"] = "fire" })).ShouldBeRefused(401, ErrorCodes.InvalidToken);
        (await Server.SendAsync("POST", Path, key, new JsonObject { ["reason"] = "fire" })).ShouldBeRefused(401, ErrorCodes.InvalidToken);
    }

    [Fact]
    public async Task Somebody_who_may_only_look_is_refused()
    {
        var token = await First.PersonAsync("looker", CallerRole.User, 1);

        (await Server.SendAsync("POST", Path, token, new JsonObject { ["reason"] = "fire" }))
            .ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task The_reason_has_1_to_1000_characters(int length) =>
        (await First.AdminAsync("POST", Path, new() { ["reason"] = new string('x', length) }))
            .ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("reason").ShouldBeTrue();

    private async Task DirectAsync(string orchestrator, string worker) => (await First.PostAsync(
        "/api/v1/orchestration/topology",
        new() { ["orchestrator_agent_id"] = orchestrator, ["worker_agent_ids"] = new JsonArray(worker) })).ShouldBeOk();

    private async Task<bool> IsBlockedAsync(string agentId) => await Server.Store.ReadAsync(
        async session => (await AgentProfiles.FindAsync(session, 1, agentId)).BlockedReason is not null, AscendServer.Cancellation);
}
