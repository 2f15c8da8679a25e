using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.Rules.Indexing;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class RuleCostTests(ITestOutputHelper output)
{
    private const int Actions = 500;

    [Fact]
    public void Of_a_thousand_policies_only_the_few_that_may_match_are_tested()
    {
        var random = new RandomPolicies(7, systems: 60);
        var policies = Enumerable.Range(1, 1000).Select(id => new CountingRule(new CompiledPolicy(random.Policy(id)))).ToArray();
        var index = new RuleIndex(policies);
        var found = 0;
        for (var round = 0; round < Actions; round++)
        {
            var matches = new MatchList(new int[64]);
            index.Match(new RuleFacts(random.Action(), random.RiskScore()), ref matches);
            found += matches.Count;
            matches.Dispose();
        }

        var tested = policies.Sum(policy => policy.Tests) / (double)Actions;
        output.WriteLine($"{tested:F1} of 1,000 policies tested and {found / (double)Actions:F1} found for an action");
        tested.ShouldBeLessThan(15);
    }

    [Fact]
    public void What_does_not_match_allocates_next_to_nothing()
    {
        var random = new RandomPolicies(8);
        var rules = CompiledRules.Compile(Enumerable.Range(1, 1000).Select(id => random.Policy(id)), []);
        var action = Proposals.Action("weather.look", "sky/1", agentId: "agent-x", agentType: "custom");
        rules.Evaluate(action, 10).ShouldBeSameAs(RuleOutcome.None);

        var before = GC.GetAllocatedBytesForCurrentThread();
        rules.Evaluate(action, 10);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(256);
    }
}
