using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Orchestration;

public sealed class TopologyTests : ServerTest
{
    private const string Path = "/api/v1/orchestration/topology";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var agent in (string[])["boss", "worker-1", "worker-2"])
            await First.RegisterAgentAsync(agent);
    }

    private static JsonObject Workers(params string[] workers) => new()
    {
        ["orchestrator_agent_id"] = "boss",
        ["worker_agent_ids"] = new JsonArray([.. workers.Select(static worker => (JsonNode)worker)]),
    };

    [Fact]
    public async Task An_agent_says_whom_it_directs()
    {
        var json = (await First.PostAsync(Path, Workers("worker-1", "worker-2"))).ShouldBeOk().Json;

        json["success"]!.GetValue<bool>().ShouldBeTrue();
        json["orchestrator_agent_id"]!.GetValue<string>().ShouldBe("boss");
        json["worker_agent_ids"]!.AsArray().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_adds_workers_and_an_administrator_replaces_them()
    {
        await First.PostAsync(Path, Workers("worker-1"));
        (await First.PostAsync(Path, Workers("worker-2"))).Json["worker_agent_ids"]!.AsArray().Count.ShouldBe(2);

        (await First.AdminAsync("POST", Path, Workers("worker-2"))).Json["worker_agent_ids"]!.AsArray()
            .ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("worker-2");
    }

    [Fact]
    public async Task An_agent_says_which_mcp_servers_it_uses_by_their_numbers()
    {
        var server = (await First.RegisterMcpServerAsync("files")).Json["server"]!["id"]!.GetValue<long>();
        var body = new JsonObject { ["orchestrator_agent_id"] = "boss", ["mcp_server_ids"] = new JsonArray(server) };

        (await First.PostAsync($"{Path}/mcp", body)).ShouldBeOk().Json["mcp_servers"]!.AsArray()
            .ShouldHaveSingleItem()!.GetValue<string>().ShouldBe("files");
    }

    [Fact]
    public async Task Somebody_who_is_not_registered_directs_nobody_and_is_not_directed()
    {
        (await First.PostAsync(Path, Workers("nobody"))).ShouldBeRefused(404, ErrorCodes.NotFound);

        var body = Workers("worker-1");
        body["orchestrator_agent_id"] = "nobody";
        (await First.PostAsync(Path, body)).ShouldBeRefused(404, ErrorCodes.NotFound);
    }

    [Fact]
    public async Task Workers_are_1_to_20_different_agents()
    {
        await ShouldBeWrongAsync(Workers());
        await ShouldBeWrongAsync(Workers("worker-1", "worker-1"));
        await ShouldBeWrongAsync(Workers("boss"));
        await ShouldBeWrongAsync(Workers([.. Enumerable.Range(0, 21).Select(static number => $"worker-{number}")]));

        async Task ShouldBeWrongAsync(JsonObject body) =>
            (await First.PostAsync(Path, body)).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("worker_agent_ids").ShouldBeTrue();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[0]")]
    [InlineData("[\"files\"]")]
    [InlineData("[1, 1]")]
    public async Task Mcp_servers_are_1_to_20_different_numbers(string ids)
    {
        var body = new JsonObject { ["orchestrator_agent_id"] = "boss", ["mcp_server_ids"] = JsonNode.Parse(ids) };

        (await First.PostAsync($"{Path}/mcp", body)).ShouldBeRefused(422, ErrorCodes.Validation).Errors.ContainsKey("mcp_server_ids").ShouldBeTrue();
    }
}
