using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Trellis.LoadTest;
using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Requests;
using Trellis.Server.Ascend.Risk;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Kernel.Requests;

namespace Trellis.Benchmarks;

/// <summary>What judging one action by an organisation's policies costs, by how many it has; and its risk beside it.</summary>
[MemoryDiagnoser]
[Config(typeof(Configuration))]
public class PolicyEvaluation
{
    private CompiledRules _rules = null!;
    private ProposedAction _action = null!;

    [Params(10, 1000)]
    public int Policies { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _rules = CompiledRules.Compile(Enumerable.Range(0, Policies).Select(Read), []);
        _action = new ProposedAction
        {
            AgentId = "agent-1",
            ActionType = "database.query",
            Resource = "production_db",
            Description = "database.query on production_db",
            Details = JsonDocument.Parse("""{"query": "SELECT name FROM orders WHERE id = 17", "rows": 25}""").RootElement,
            Context = JsonDocument.Parse("""{"user_request": "How many orders are open?", "session_id": "s-1"}""").RootElement,
            At = DateTimeOffset.UnixEpoch,
        };
    }

    [Benchmark(Description = "policies")]
    public int Evaluate() => _rules.Evaluate(_action, 58).Policies.Count;

    [Benchmark(Description = "risk")]
    public int Assess() => RiskEngine.Assess(_action, RiskProfile.Hybrid).Score;

    private static Policy Read(int number)
    {
        using var json = JsonDocument.Parse(PolicySamples.Of(number).ToJsonString());
        var errors = new FieldErrors();
        return PolicyReader.Read(json.RootElement, number, errors) ?? throw new InvalidOperationException(errors.Summary);
    }

    private sealed class Configuration : ManualConfig
    {
        public Configuration() => AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance));
    }
}
