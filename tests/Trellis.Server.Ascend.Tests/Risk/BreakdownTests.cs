using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Risk;

/// <summary>What the score of an action that was submitted is made of.</summary>
public sealed class BreakdownTests : ServerTest
{
    [Fact]
    public async Task The_parts_add_up_to_the_score_that_was_told()
    {
        var told = (await First.SubmitAsync(Submissions.Risky())).ShouldBeOk().Json;

        var risk = (await First.GetAsync($"/api/v1/actions/{told["action_id"]}/risk")).ShouldBeOk().Json;

        risk["risk_score"]!.GetValue<int>().ShouldBe(told["risk_score"]!.GetValue<int>());
        risk["risk_level"]!.GetValue<string>().ShouldBe(told["risk_level"]!.GetValue<string>());
        risk["environment"]!.GetValue<string>().ShouldBe("production");
        var parts = risk["breakdown"]!;
        var sum = new[] { "environment_score", "sensitivity_score", "action_score", "context_score", "amplification_bonus" }
            .Sum(name => parts[name]!.GetValue<int>());
        ((int)Math.Min(Math.Min(sum, 100) * parts["resource_multiplier"]!.GetValue<double>(), 100)).ShouldBe(risk["risk_score"]!.GetValue<int>());
        parts["formula"]!.GetValue<string>().ShouldEndWith($"= {risk["risk_score"]}");
    }

    [Fact]
    public async Task A_call_of_a_tool_has_a_breakdown_too()
    {
        var told = (await First.PostAsync("/api/v1/mcp/actions/submit", new JsonObject
        {
            ["mcp_server"] = "files", ["namespace"] = "file", ["verb"] = "delete", ["resource"] = "/etc/passwd", ["parameters"] = new JsonObject(),
        }));

        // An MCP server that nobody registered is refused, and so there is no action to explain.
        told.Status.ShouldBe(403, told.Text);
        await First.AdminAsync("POST", "/api/registry/mcp-servers", new JsonObject { ["server_name"] = "files", ["transport_type"] = "stdio" });
        await First.AdminAsync("POST", "/api/registry/mcp-servers/files/activate");
        told = (await First.PostAsync("/api/v1/mcp/actions/submit", new JsonObject
        {
            ["mcp_server"] = "files", ["namespace"] = "file", ["verb"] = "delete", ["resource"] = "/etc/passwd", ["parameters"] = new JsonObject(),
        })).ShouldBeOk();

        var risk = (await First.GetAsync($"/api/v1/actions/{told.Json["action_id"]}/risk")).ShouldBeOk().Json;

        risk["risk_score"]!.GetValue<int>().ShouldBe(told.Json["risk_score"]!.GetValue<int>());
    }

    [Fact]
    public async Task An_action_of_another_organisation_is_not_found()
    {
        var other = await Tenant.CreateAsync(Server);
        var id = await other.SubmittedAsync(Submissions.Risky());

        (await First.GetAsync($"/api/v1/actions/{id}/risk")).ShouldBeRefused(404, ErrorCodes.NotFound);
    }
}
