using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Crashes;

/// <summary>Approvals and decisions that were acknowledged outlive the server that acknowledged them.</summary>
public sealed class ApprovalCrashTests
{
    private const int Actions = 60;

    [Fact]
    public async Task An_approval_survives_the_death_of_the_server_and_can_then_be_decided()
    {
        using var data = new DataFolder();
        long id;
        await using (var server = await ServerProcess.StartAsync(data))
        {
            using var agent = new AscendCaller(server.Url, data);
            id = await SubmitAsync(agent);
            server.Kill();
        }

        await using var again = await ServerProcess.StartAsync(data);
        using var ascend = new AscendCaller(again.Url, data);
        (await StatusAsync(ascend, id)).ShouldBe("pending_approval");
        await ApproveAsync(ascend, id);
        (await StatusAsync(ascend, id)).ShouldBe("approved");
        (await again.CommandAsync("audit", "verify")).Succeeded();
    }

    [Fact]
    public async Task A_decision_that_was_acknowledged_survives_the_death_of_the_server()
    {
        using var data = new DataFolder();
        var ids = new List<long>();
        var acknowledged = new ConcurrentBag<long>();
        await using (var server = await ServerProcess.StartAsync(data))
        {
            using var ascend = new AscendCaller(server.Url, data);
            for (var number = 0; number < Actions; number++)
                ids.Add(await SubmitAsync(ascend));

            var kill = new KillSwitch(server, Actions / 2);
            await Task.WhenAll(ids.Chunk(Actions / 4).Select(some => Task.Run(() => DecideUntilKilledAsync(ascend, some, acknowledged, kill))));
        }

        await using var again = await ServerProcess.StartAsync(data);
        using var later = new AscendCaller(again.Url, data);
        acknowledged.Count.ShouldBeGreaterThanOrEqualTo(Actions / 2);
        foreach (var id in acknowledged)
            (await StatusAsync(later, id)).ShouldBe("approved");

        // One whose answer was lost may be decided or not, but not half.
        foreach (var id in ids.Except(acknowledged))
        {
            if (await StatusAsync(later, id) == "pending_approval")
                await ApproveAsync(later, id);
            (await StatusAsync(later, id)).ShouldBe("approved");
        }

        var approvals = await later.AsAdministratorAsync(HttpMethod.Get, "/api/v1/approvals?status=approved&limit=1000");
        approvals["total"]!.GetValue<int>().ShouldBe(Actions);
        (await again.CommandAsync("audit", "verify")).Succeeded();
    }

    private static async Task DecideUntilKilledAsync(AscendCaller ascend, long[] ids, ConcurrentBag<long> acknowledged, KillSwitch kill)
    {
        foreach (var id in ids)
        {
            try
            {
                await ApproveAsync(ascend, id);
            }
            catch (HttpRequestException) when (kill.HasFired)
            {
                return;
            }

            acknowledged.Add(id);
            kill.Tick();
        }
    }

    private static async Task<long> SubmitAsync(AscendCaller ascend)
    {
        var answer = await ascend.AsAgentAsync(HttpMethod.Post, "/api/v1/actions/submit", new JsonObject
        {
            ["agent_id"] = "crash-agent",
            ["action_type"] = "record.update",
            ["resource"] = "report",
            ["context"] = new JsonObject { ["environment"] = "staging", ["require_human_approval"] = true },
        });
        answer["status"]!.GetValue<string>().ShouldBe("pending_approval");
        return answer["action_id"]!.GetValue<long>();
    }

    private static Task<JsonObject> ApproveAsync(AscendCaller ascend, long id) =>
        ascend.AsAdministratorAsync(HttpMethod.Post, $"/api/v1/actions/{id}/approve", new JsonObject { ["comments"] = "seen" });

    private static async Task<string> StatusAsync(AscendCaller ascend, long id) =>
        (await ascend.AsAgentAsync(HttpMethod.Get, $"/api/v1/actions/{id}/status"))["status"]!.GetValue<string>();
}
