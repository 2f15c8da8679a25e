using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Commands;

public sealed class CommandTests : ServerTest
{
    private const string Path = "/api/registry/agents/agent-1/commands";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await First.RegisterAgentAsync("agent-1");
        await First.RegisterAgentAsync("agent-2");
    }

    private static JsonObject Block(string type = "BLOCK") => new() { ["command_type"] = type, ["reason"] = "misbehaves" };

    [Fact]
    public async Task An_agent_without_commands_gets_an_empty_list()
    {
        var json = (await First.GetAsync(Path)).ShouldBeOk().Json;

        json["agent_id"]!.GetValue<string>().ShouldBe("agent-1");
        json["commands"]!.AsArray().ShouldBeEmpty();
        json["count"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task A_command_is_pending_at_first_then_delivered_and_gone_once_acknowledged()
    {
        var id = await IssueAsync(Path, Block());

        (await OnlyCommandAsync())["status"]!.GetValue<string>().ShouldBe("pending");
        var command = await OnlyCommandAsync();
        command["status"]!.GetValue<string>().ShouldBe("delivered");
        command["command_id"]!.GetValue<string>().ShouldBe(id);
        command["command_type"]!.GetValue<string>().ShouldBe("BLOCK");
        command["target_type"]!.GetValue<string>().ShouldBe("agent");
        command["is_broadcast"]!.GetValue<bool>().ShouldBeFalse();

        var acknowledged = (await First.PostAsync($"{Path}/{id}/ack", [])).ShouldBeOk().Json;
        acknowledged["command_id"]!.GetValue<string>().ShouldBe(id);
        acknowledged["status"]!.GetValue<string>().ShouldBe("acknowledged");
        (await First.GetAsync(Path)).Json["count"]!.GetValue<int>().ShouldBe(0);
        (await First.PostAsync($"{Path}/{id}/ack", [])).ShouldBeOk();
    }

    [Fact]
    public async Task A_broadcast_reaches_every_agent_until_each_has_acknowledged_it()
    {
        var id = await IssueAsync("/api/registry/commands", Block("REFRESH_POLICIES"));
        (await OnlyCommandAsync())["is_broadcast"]!.GetValue<bool>().ShouldBeTrue();

        (await First.PostAsync($"{Path}/{id}/ack", [])).ShouldBeOk();

        (await First.GetAsync(Path)).Json["count"]!.GetValue<int>().ShouldBe(0);
        (await First.GetAsync("/api/registry/agents/agent-2/commands")).Json["count"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task A_command_expires()
    {
        var body = Block();
        body["expires_in_seconds"] = 60;
        await IssueAsync(Path, body);

        Server.Clock.Advance(TimeSpan.FromSeconds(61));

        (await First.GetAsync(Path)).Json["count"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task Blocking_an_agent_stops_it_here_until_it_is_unblocked()
    {
        await IssueAsync(Path, Block());
        (await ProfileAsync("agent-1")).BlockedReason!.ShouldContain("misbehaves");
        (await ProfileAsync("agent-2")).BlockedReason.ShouldBeNull();

        await IssueAsync(Path, Block("unblock"));
        (await ProfileAsync("agent-1")).BlockedReason.ShouldBeNull();
    }

    [Fact]
    public async Task Blocking_an_mcp_server_names_it_where_clients_look()
    {
        await First.RegisterMcpServerAsync("files");
        await IssueAsync(Path, new()
        {
            ["command_type"] = "BLOCK",
            ["target_type"] = "mcp_server",
            ["reason"] = "leaks",
            ["parameters"] = new JsonObject { ["mcp_server"] = "files", ["more"] = 1 },
        });

        var parameters = (await OnlyCommandAsync())["parameters"]!;
        parameters["mcp_server"]!.GetValue<string>().ShouldBe("files");
        parameters["more"]!.GetValue<int>().ShouldBe(1);
        (await First.GetAsync("/api/registry/mcp-servers/files")).Json["status"]!.GetValue<string>().ShouldBe("blocked");
    }

    [Fact]
    public async Task An_agent_does_not_give_commands() =>
        (await First.PostAsync(Path, Block())).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

    [Fact]
    public async Task A_command_needs_a_type_and_a_reason()
    {
        var reply = (await First.AdminAsync("POST", Path, new() { ["target_type"] = "mcp_server" })).ShouldBeRefused(422, ErrorCodes.Validation);

        foreach (var field in (string[])["command_type", "reason", "parameters.mcp_server"])
            reply.Errors.ContainsKey(field).ShouldBeTrue(field);
    }

    [Theory]
    [InlineData("/api/registry/agents/agent-2/commands/{0}/ack")]
    [InlineData("/api/registry/agents/nobody/commands/{0}/ack")]
    [InlineData("/api/registry/agents/agent-1/commands/0197a5d0-0000-7000-8000-000000000000/ack")]
    public async Task An_acknowledgement_that_is_not_the_agent_s_is_403_whatever_is_wrong(string path)
    {
        var id = await IssueAsync(Path, Block());

        var reply = await First.PostAsync(string.Format(path, id), []);

        reply.ShouldBeRefused(403, ErrorCodes.InsufficientPermissions).Detail.ShouldBe("The command is not this agent's to acknowledge.");
    }

    private async Task<string> IssueAsync(string path, JsonObject body)
    {
        var reply = await First.AdminAsync("POST", path, body);
        reply.Status.ShouldBe(201, reply.Text);
        return reply.Json["command_id"]!.GetValue<string>();
    }

    private async Task<JsonNode> OnlyCommandAsync() => (await First.GetAsync(Path)).ShouldBeOk().Json["commands"]!.AsArray().ShouldHaveSingleItem()!;

    private async Task<AgentProfile> ProfileAsync(string agentId) =>
        await Server.Store.ReadAsync(session => AgentProfiles.FindAsync(session, 1, agentId), AscendServer.Cancellation);
}
