using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Rules;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class ResolutionTests
{
    // In the order in which they are read: by level, then by priority, then by age.
    private static readonly Policy[] Policies =
    [
        Policy("""{"policy_name":"agent","policy_action":"allow","priority":1,"level":"agent","target":"agent-1"}""", 1),
        Policy("""{"policy_name":"late","policy_action":"block","priority":30}""", 2),
        Policy("""{"policy_name":"early","policy_action":"require_approval","priority":20}""", 3),
        Policy("""{"policy_name":"type","policy_action":"escalate","priority":1,"level":"agent_type","target":"supervised"}""", 4),
        Policy("""{"policy_name":"early too","policy_action":"require_approval","priority":20}""", 5),
    ];

    [Theory]
    [InlineData("MOST_RESTRICTIVE", "late")]
    [InlineData("MOST_PERMISSIVE", "agent")]
    [InlineData("HIGHEST_PRIORITY", "type")]
    [InlineData("FIRST_MATCH", "early")]
    public void A_strategy_says_which_policy_decides(string strategy, string name) =>
        Evaluate(ResolutionStrategyNames.Read(strategy)!.Value, Policies).Deciding[0].Name.ShouldBe(name);

    [Fact]
    public void All_that_match_are_told_in_the_order_in_which_they_are_read() =>
        Evaluate(ResolutionStrategy.MostRestrictive, Policies).Policies.Select(policy => policy.Name)
            .ShouldBe(["early", "early too", "late", "type", "agent"]);

    [Fact]
    public void Of_equal_priority_the_stricter_one_decides() =>
        Evaluate(
            ResolutionStrategy.HighestPriority,
            Policy("""{"policy_name":"a","policy_action":"allow","priority":5}""", 1),
            Policy("""{"policy_name":"b","policy_action":"block","priority":5}""", 2)).PolicyEffect.ShouldBe(PolicyEffect.Deny);

    [Fact]
    public void Approvals_join_an_escalation() =>
        Evaluate(ResolutionStrategy.MostRestrictive, [.. Policies.Where(policy => policy.Name != "late")]).Deciding
            .Select(policy => policy.Name).ShouldBe(["type", "early", "early too"]);

    [Fact]
    public void With_no_match_there_is_no_effect() =>
        CompiledRules.Compile([Blocking("""{"action_type":"x"}""")], []).Evaluate(Action(), 10).ShouldBeSameAs(RuleOutcome.None);

    private static RuleOutcome Evaluate(ResolutionStrategy strategy, params Policy[] policies) =>
        CompiledRules.Compile(policies, [], strategy).Evaluate(Action(), 50);
}
