using System.Text.Json.Nodes;
using Trellis.Ascend;

namespace Trellis.Aot.SmokeApp;

internal static class AscendEvaluationScenario
{
    private const string Pending =
        """{"action_id":7,"status":"pending_approval","risk_score":72.0,"risk_level":"high","approval_request_id":"apr_1","thresholds":{"auto_approve_below":30},"new":1}""";

    public static async Task RunAsync()
    {
        var handler = new ScriptedHandler((200, Pending), (200, Pending), (200, """{"action_id":7,"status":"approved"}"""), (200, "{}"));
        using var client = ScriptedAscend.Over(handler);
        var decision = await client.EvaluateActionAsync(new AgentAction
        {
            ActionType = "file.write",
            Resource = "r",
            Parameters = new JsonObject { ["text"] = "é", ["number"] = 1.5, ["deep"] = new JsonArray(1, true, null) },
            Context = new ActionContext { SessionId = "s" },
            RiskIndicators = new RiskIndicators { ComplianceFlags = ["gdpr"] },
        });
        Expect.That(decision.Decision == Decision.Allowed);
        Expect.That(decision.RiskScore == 72);
        Expect.That(decision.ApprovalRequestId == "apr_1");
        Expect.That(decision.Metadata["thresholds"]!["auto_approve_below"]!.GetValue<int>() == 30);
        Expect.That(handler.Bodies[0].StartsWith("""{"action_details": {"deep": [1, true, null], "number": 1.5, "text": "\u00e9"}""", StringComparison.Ordinal));
        Expect.That(!(await client.LogActionCompletedAsync("7", new JsonObject { ["rows"] = 1 }, TimeSpan.FromSeconds(1))).LoggedLocally);
    }
}
