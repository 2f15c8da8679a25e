using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Trellis.Ascend;
using Trellis.EndToEnd.Tests.Crashes;
using Trellis.EndToEnd.Tests.Programs;
using Trellis.EndToEnd.Tests.Servers;

namespace Trellis.EndToEnd.Tests.Ascend.Crashes;

/// <summary>Kills the server (-9) while many agents submit, and looks afterwards for every action that was acknowledged.</summary>
public sealed partial class SubmitCrashTests
{
    private const int Lives = 5;
    private const int Agents = 8;
    private const int LatestMoment = 150;

    [Fact]
    public async Task Every_acknowledged_action_is_there_after_each_crash_and_the_chain_is_valid()
    {
        using var data = new DataFolder();
        data.Configure(GovernedServer.WithoutLimits());
        var acknowledged = new ConcurrentDictionary<string, Decision>();
        for (var life = 0; life <= Lives; life++)
        {
            await using var server = await ServerProcess.StartAsync(data);
            using var client = Client(server.Url, data);
            await CompareAsync(client, acknowledged);
            Records(await server.CommandAsync("audit", "verify")).ShouldBeGreaterThanOrEqualTo(acknowledged.Count);
            if (life < Lives)
                await SubmitUntilKilledAsync(client, server, acknowledged);
        }

        acknowledged.Count.ShouldBeGreaterThan(Lives);
    }

    private static async Task SubmitUntilKilledAsync(AscendClient client, ServerProcess server, ConcurrentDictionary<string, Decision> acknowledged)
    {
        var kill = new KillSwitch(server, Random.Shared.Next(10, LatestMoment));
        await Task.WhenAll(Enumerable.Range(0, Agents).Select(_ => Task.Run(async () =>
        {
            while (!kill.HasFired)
            {
                try
                {
                    var decision = await client.EvaluateActionAsync(Random.Shared.Next(2) == 0 ? Actions.Harmless() : Actions.ForAPerson(), waitForDecision: false);
                    acknowledged[decision.ActionId] = decision.Decision;
                    kill.Tick();
                }
                catch (AscendException) when (kill.HasFired)
                {
                    return;
                }
            }
        })));
    }

    private static async Task CompareAsync(AscendClient client, ConcurrentDictionary<string, Decision> acknowledged)
    {
        foreach (var (id, decision) in acknowledged)
            (await client.GetActionStatusAsync(id)).Decision.ShouldBe(decision, $"Action {id}");
    }

    private static AscendClient Client(Uri url, DataFolder data) => new(new AscendClientOptions
    {
        BaseUrl = url,
        ApiKey = data.ReadJson("credentials.json")["ascend"]!["apiKey"]!.GetValue<string>(),
        AgentId = "crash-agent",
        MaxRetries = 0,
        AttemptTimeout = Patience.Long,
        EnableCircuitBreaker = false,
    });

    private static int Records(ProgramRun verification) =>
        int.Parse(RecordCount().Match(verification.Succeeded()).Groups["count"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"valid\. (?<count>\d+) records")]
    private static partial Regex RecordCount();
}
