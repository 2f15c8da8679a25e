using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Aot.SmokeApp;

internal static class AscendManagementScenario
{
    public static async Task RunAsync()
    {
        var handler = new ScriptedHandler(
            (200, """{"agent_id":"agent-1","trust_level":"standard","next_steps":["activate"]}"""),
            (200, """{"id":3,"policy_name":"p","policy_action":"block","conditions":{"risk_above":70}}"""),
            (200, """[{"approval_request_id":"apr_1","action_id":7}]"""),
            (201, """{"success":true,"server":{"server_name":"files","tool_risk_overrides":{"rm":90}}}"""),
            (422, """{"detail":[{"loc":["body","resource"],"msg":"missing"}]}"""));
        using var client = ScriptedAscend.Over(handler);
        Expect.That((await client.RegisterAsync()).NextSteps is ["activate"]);
        var policy = await client.Policies.CreateAsync(new() { PolicyName = "p", PolicyAction = "block", Conditions = new JsonObject { ["risk_above"] = 70 } });
        Expect.That(policy.Id == "3");
        Expect.That(handler.Bodies[1] == """{"conditions": {"risk_above": 70}, "policy_action": "block", "policy_name": "p"}""");
        Expect.That((await client.Approvals.ListAsync()).Approvals[0].ActionId == "7");
        Expect.That((await client.Mcp.RegisterServerAsync(new() { ServerName = "files" })).ToolRiskOverrides!["rm"] == 90);
        var error = await Expect.Throws<AscendValidationException>(() => client.Approvals.ApproveAsync("7"));
        Expect.That(error.FieldErrors["resource"] == "missing");
        Expect.That(error.ToJson()["error_code"]!.GetValue<string>() == "VALIDATION_ERROR");
    }
}
