using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Mcp;

public sealed class McpServerTests : ServerTest
{
    private const string Path = "/api/registry/mcp-servers";

    [Fact]
    public async Task An_administrator_registers_a_server_that_is_active_at_once()
    {
        var body = new JsonObject
        {
            ["display_name"] = "Files",
            ["transport_type"] = "http",
            ["server_url"] = "http://localhost:9000",
            ["governance_enabled"] = true,
            ["auto_approve_tools"] = new JsonArray("list_directory"),
            ["blocked_tools"] = new JsonArray("delete_file"),
            ["tool_risk_overrides"] = new JsonObject { ["write_file"] = 60 },
        };

        var json = (await First.RegisterMcpServerAsync("files", (JsonObject)body.DeepClone())).Json;

        json["success"]!.GetValue<bool>().ShouldBeTrue();
        json["message"].ShouldNotBeNull();
        var server = json["server"]!;
        server["id"]!.GetValue<int>().ShouldBe(1);
        server["status"]!.GetValue<string>().ShouldBe("active");
        foreach (var (name, value) in body)
            JsonNode.DeepEquals(server[name], value).ShouldBeTrue(name);
    }

    [Fact]
    public async Task A_server_that_an_agent_registers_waits_for_an_administrator()
    {
        var reply = await First.PostAsync(Path, new() { ["server_name"] = "files" });
        reply.Status.ShouldBe(201, reply.Text);
        reply.Json["server"]!["status"]!.GetValue<string>().ShouldBe("inactive");
        (await First.PostAsync($"{Path}/files/activate")).ShouldBeRefused(403, ErrorCodes.InsufficientPermissions);

        (await First.AdminAsync("POST", $"{Path}/files/activate")).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("active");
    }

    [Fact]
    public async Task A_name_is_taken_once()
    {
        await First.RegisterMcpServerAsync("files");

        (await First.AdminAsync("POST", Path, new() { ["server_name"] = "files" })).ShouldBeRefused(409, ErrorCodes.Conflict);
    }

    [Fact]
    public async Task Deactivating_needs_no_body_and_keeps_a_reason()
    {
        await First.RegisterMcpServerAsync("files");

        (await First.AdminAsync("POST", $"{Path}/files/deactivate")).ShouldBeOk().Json["status"]!.GetValue<string>().ShouldBe("inactive");
        (await First.AdminAsync("POST", $"{Path}/files/deactivate", new() { ["reason"] = "old" }))
            .ShouldBeOk().Json["server"]!["inactive_reason"]!.GetValue<string>().ShouldBe("old");
    }

    [Fact]
    public async Task A_deleted_server_is_gone_and_the_answer_is_json()
    {
        await First.RegisterMcpServerAsync("files");

        (await First.AdminAsync("DELETE", $"{Path}/files")).ShouldBeOk().Json["success"]!.GetValue<bool>().ShouldBeTrue();

        (await First.GetAsync($"{Path}/files")).ShouldBeRefused(404, ErrorCodes.NotFound);
        (await First.GetAsync(Path)).ShouldBeOk().Json["total"]!.GetValue<int>().ShouldBe(0);
    }

    [Fact]
    public async Task An_update_changes_what_it_names()
    {
        await First.RegisterMcpServerAsync("files", new() { ["description"] = "stays" });

        var server = (await First.AdminAsync("PUT", $"{Path}/files", new() { ["blocked_tools"] = new JsonArray("rm") })).ShouldBeOk().Json["server"]!;

        server["blocked_tools"]!.AsArray().Count.ShouldBe(1);
        server["description"]!.GetValue<string>().ShouldBe("stays");
    }

    [Fact]
    public async Task Secrets_of_a_connection_are_not_kept()
    {
        var reply = await First.RegisterMcpServerAsync(
            "files", new() { ["connection_config"] = new JsonObject { ["command"] = "run", ["api_key"] = "top-secret-value" } });

        reply.Text.ShouldNotContain("top-secret-value");
        (await First.GetAsync($"{Path}/files")).Json["server"]!["connection_config"]!["command"]!.GetValue<string>().ShouldBe("run");
    }

    [Theory]
    [InlineData("POST", "scan-network", "discovered_count")]
    [InlineData("GET", "health-monitor", "monitored_count")]
    [InlineData("GET", "server-status", "total")]
    public async Task Discovery_answers_what_is_registered_and_says_so(string method, string path, string count)
    {
        await First.RegisterMcpServerAsync("files");

        var json = (await Server.SendAsync(method, $"/api/authorization/mcp-discovery/{path}", First.Key)).ShouldBeOk().Json;

        json["success"]!.GetValue<bool>().ShouldBeTrue();
        json[count]!.GetValue<int>().ShouldBe(1);
        json["servers"]!.AsArray().ShouldHaveSingleItem();
        json["note"]!.GetValue<string>().ShouldContain("does not scan");
    }

    [Theory]
    [InlineData("server_name", "\"\"")]
    [InlineData("server_name", "\"a/b\"")]
    [InlineData("blocked_tools", "[1]")]
    [InlineData("tool_risk_overrides", "{\"t\": 101}")]
    public async Task Wrong_fields_are_named(string field, string value)
    {
        var body = new JsonObject { ["server_name"] = "files" };
        body[field] = JsonNode.Parse(value);

        var errors = (await First.AdminAsync("POST", Path, body)).ShouldBeRefused(422, ErrorCodes.Validation).Errors;

        errors.ShouldHaveSingleItem().Key.ShouldStartWith(field);
    }
}
