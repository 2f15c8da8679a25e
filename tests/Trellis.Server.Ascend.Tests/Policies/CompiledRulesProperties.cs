using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Rules;
using Trellis.Server.Ascend.SmartRules;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class CompiledRulesProperties
{
    [Fact]
    public void The_index_finds_exactly_what_testing_every_rule_finds() => Check.One(
        Config.QuickThrowOnFailure.WithQuietOnSuccess(true),
        Prop.ForAll(Arb.From(Gen.Choose(0, int.MaxValue)), seed =>
        {
            var random = new RandomPolicies(seed);
            var policies = Enumerable.Range(1, 60).Select(id => random.Policy(id)).ToArray();
            var smartRules = Enumerable.Range(1, 30).Select(id => random.SmartRule(id)).ToArray();
            var compiled = CompiledRules.Compile(policies, smartRules);
            for (var round = 0; round < 20; round++)
            {
                var facts = new RuleFacts(random.Action(), random.RiskScore());
                var outcome = compiled.Evaluate(facts);
                outcome.Policies.Select(policy => policy.Id).Order()
                    .ShouldBe(policies.Where(policy => new CompiledPolicy(policy).IsSatisfiedBy(facts)).Select(policy => policy.Id));
                outcome.SmartRules.Select(rule => rule.Id)
                    .ShouldBe(smartRules.Where(rule => new CompiledSmartRule(rule).IsSatisfiedBy(facts)).Select(rule => rule.Id));
            }
        }));
}
