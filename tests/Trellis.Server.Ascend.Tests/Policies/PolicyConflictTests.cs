using Trellis.Server.Ascend.Policies;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class PolicyConflictTests
{
    [Fact]
    public void Equal_priority_and_different_wishes_are_a_tie() =>
        Kinds("""{"action_type":"a*"}""", "require_approval", 5, """{"action_type":"*b"}""", "block", 5)
            .ShouldBe([PolicyConflictKind.PriorityTie]);

    [Fact]
    public void Allowing_what_another_blocks_is_a_contradiction() =>
        Kinds("""{"action_type":"a*"}""", "allow", 1, """{"action_type":"ab"}""", "block", 2)
            .ShouldBe([PolicyConflictKind.EffectContradiction]);

    [Fact]
    public void Resources_that_overlap_are_told() =>
        Kinds("""{"resource":"db/*"}""", "require_approval", 1, """{"resource":"*/users"}""", "block", 2)
            .ShouldBe([PolicyConflictKind.ResourceOverlap]);

    [Fact]
    public void The_same_conditions_are_ambiguous_whatever_their_order() =>
        Kinds("""{"risk_above":10,"action_type":"a"}""", "require_approval", 1, """{"action_type":"a","risk_above":10}""", "block", 2)
            .ShouldBe([PolicyConflictKind.ConditionAmbiguity]);

    [Theory]
    [InlineData("""{"action_type":"a*"}""", """{"action_type":"b*"}""")]
    [InlineData("""{"risk_below":50}""", """{"risk_above":50}""")]
    [InlineData("""{"environment":"production"}""", """{"environment":"test"}""")]
    [InlineData("""{"resource":"a?c"}""", """{"resource":"ab"}""")]
    public void What_never_meets_is_no_conflict(string one, string other) => Kinds(one, "allow", 1, other, "block", 1).ShouldBeEmpty();

    [Fact]
    public void The_same_wish_is_no_conflict() => Kinds("{}", "block", 1, "{}", "block", 1).ShouldBeEmpty();

    [Fact]
    public void Policies_of_different_agents_do_not_meet()
    {
        var one = Policy("""{"policy_name":"a","policy_action":"block","level":"agent","target":"a"}""", 1);
        var other = Policy("""{"policy_name":"b","policy_action":"allow","level":"agent","target":"b"}""", 2);

        PolicyConflicts.Find([one, other]).ShouldBeEmpty();
    }

    private static PolicyConflictKind[] Kinds(string one, string oneAction, int onePriority, string other, string otherAction, int otherPriority) =>
    [
        .. PolicyConflicts.Find(
            [
                Policy($$"""{"policy_name":"a","policy_action":"{{oneAction}}","priority":{{onePriority}},"conditions":{{one}}}""", 1),
                Policy($$"""{"policy_name":"b","policy_action":"{{otherAction}}","priority":{{otherPriority}},"conditions":{{other}}}""", 2),
            ]).Select(conflict => conflict.Kind),
    ];
}
