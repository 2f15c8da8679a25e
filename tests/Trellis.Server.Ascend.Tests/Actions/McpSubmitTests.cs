using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Actions;

/// <summary>Tools of MCP servers: the gate before the judgement (contract, sections 2.3 and 2.12).</summary>
public sealed class McpSubmitTests : ServerTest
{
    [Fact]
    public async Task A_tool_of_an_unregistered_server_is_forbidden()
    {
        var reply = (await SubmitAsync("files")).ShouldBeRefused(403, ErrorCodes.McpServerUnregistered);

        reply.Json["mcp_governance"]!["server_registered"]!.GetValue<bool>().ShouldBeFalse();
        reply.Json["policy_violations"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_tool_of_an_active_server_is_decided_like_any_action()
    {
        await RegisterAsync("files");

        var reply = (await SubmitAsync("files")).ShouldBeOk();

        reply.Json["success"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["mcp_governance"]!["server_registered"]!.GetValue<bool>().ShouldBeTrue();
        reply.Json["action_type"]!.GetValue<string>().ShouldBe("filesystem.read");
    }

    [Fact]
    public async Task A_blocked_tool_is_forbidden_and_the_trail_knows()
    {
        await RegisterAsync("files", new() { ["blocked_tools"] = new JsonArray("read") });

        (await SubmitAsync("files", tool: "read")).ShouldBeRefused(403, ErrorCodes.McpToolBlocked);
    }

    [Fact]
    public async Task A_deactivated_server_s_tools_are_forbidden_from_the_next_request_on()
    {
        await RegisterAsync("files");
        (await SubmitAsync("files")).ShouldBeOk();

        (await First.AdminAsync("POST", "/api/registry/mcp-servers/files/deactivate", new() { ["reason"] = "broken" })).ShouldBeOk();

        (await SubmitAsync("files")).ShouldBeRefused(403, ErrorCodes.McpServerDeactivated);
    }

    [Fact]
    public async Task The_organisation_s_risk_for_a_tool_counts()
    {
        await RegisterAsync("files", new() { ["tool_risk_overrides"] = new JsonObject { ["read"] = 95 } });

        var reply = (await SubmitAsync("files", tool: "read")).ShouldBeOk();

        reply.Json["risk_score"]!.GetValue<int>().ShouldBe(95);
        reply.Status().ShouldBe("pending_approval");
    }

    [Fact]
    public async Task A_server_named_inside_the_context_is_not_looked_at()
    {
        var body = Submissions.Harmless();
        body["context"]!["mcp_server_name"] = "unregistered";

        (await First.SubmitAsync(body)).ShouldBeOk();
    }

    [Fact]
    public async Task A_server_named_at_the_top_of_any_action_is()
    {
        var body = Submissions.Harmless();
        body["mcp_server_name"] = " unregistered ";

        (await First.SubmitAsync(body)).ShouldBeRefused(403, ErrorCodes.McpServerUnregistered);
    }

    private async Task RegisterAsync(string name, JsonObject? more = null)
    {
        var body = more ?? [];
        body["server_name"] = name;
        body["transport_type"] = "stdio";
        (await First.AdminAsync("POST", "/api/registry/mcp-servers", body)).Status.ShouldBe(201);
        (await First.AdminAsync("POST", $"/api/registry/mcp-servers/{name}/activate")).ShouldBeOk();
    }

    // The exact body of the SDK, nulls and all.
    private Task<Reply> SubmitAsync(string server, string? tool = null) => First.PostAsync("/api/v1/mcp/actions/submit", new()
    {
        ["mcp_server"] = server,
        ["namespace"] = "filesystem",
        ["verb"] = "read",
        ["resource"] = "/tmp/report.txt",
        ["action_type"] = "filesystem.read",
        ["description"] = null,
        ["parameters"] = new JsonObject(),
        ["context"] = new JsonObject { ["environment"] = "dev" },
        ["environment"] = "production",
        ["tool_name"] = tool,
    });
}
