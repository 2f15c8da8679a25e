using System.Text.Json.Nodes;
using Trellis.Akshi;

namespace Trellis.Aot.SmokeApp;

internal static class AkshiScenario
{
    public static async Task RunAsync()
    {
        var handler = new ScriptedHandler(
            (503, "{}"),
            (200, """[{"name":"a","status":"idle","memory_profile":{"fuel_remaining":18446744073709551615},"new":1}]"""),
            (201, """{"seq":13}"""),
            (404, """{"error":"not_found","detail":"no pending approval"}"""),
            (200, """[{"id":"apr-1","risk_score":0.5}]"""),
            (201, """{"id":"task-1","status":"pending"}"""),
            (200, """{"jsonrpc":"2.0","id":1,"result":{"content":[{"type":"text","text":"3"}]}}"""),
            (201, """{"id":"p","version":"1.0.0"}"""),
            (200, """{"next_seq":3,"logs":[{"seq":1,"message":"x"},{"seq":2,"message":"y"}]}"""),
            (200, "# metrics"),
            (200, """{"@context":"c","id":"did:web:h"}"""));
        var options = new AkshiClientOptions { Token = "smoke", MaxAttempts = 2 };
        using var client = new AkshiClient(options, new HttpClient(handler));
        var agent = (await client.StatusAsync())[0];
        Expect.That(agent.Status == AgentState.Idle && agent.MemoryProfile!.FuelRemaining == ulong.MaxValue && agent.AdditionalFields!.ContainsKey("new"));
        Expect.That((await client.PostFindingsAsync([new FindingRecord("a", "info", "f", "s")])).Seq == 13);
        Expect.That(handler.Bodies[2] == """{"findings":[{"source":"a","severity":"info","file":"f","summary":"s"}]}""");
        var error = await Expect.Throws<AkshiNotFoundException>(() => client.PostApprovalAsync("apr-1", ApprovalVerdict.Deny));
        Expect.That(error.Error == "not_found");
        Expect.That((await client.ApprovalsAsync()).Pending[0].RiskScore == 0.5);
        Expect.That((await client.Tasks.CreateAsync("a", "b", new JsonObject { ["q"] = 1 })).Status == A2ATaskState.Pending);
        Expect.That((await client.Mcp.CallToolAsync("a", "t", new JsonObject { ["x"] = null })).Text == "3");
        Expect.That((await client.Registry.PublishAsync(new("p", "1.0.0", "d", new MemoryStream([1])))).Version == "1.0.0");
        await foreach (var line in client.FollowLogsAsync())
        {
            Expect.That(line.Message == "x");
            break;
        }

        Expect.That(await client.MetricsAsync() == "# metrics");
        Expect.That((await client.Discovery.GetDidDocumentAsync()).Context!.Value.GetString() == "c");
    }
}
