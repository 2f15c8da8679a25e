using Trellis.Server.Ascend.Policies;
using Trellis.Server.Ascend.Rules;
using static Trellis.Server.Ascend.Tests.Policies.Proposals;

namespace Trellis.Server.Ascend.Tests.Policies;

public sealed class AgentScopeTests
{
    [Fact]
    public void Empty_lists_forbid_nothing() => Violations(AgentScope.Create([], [], [])).ShouldBeEmpty();

    [Fact]
    public void What_is_within_the_lists_is_allowed() =>
        Violations(AgentScope.Create(["database.*"], ["production_*"], ["secrets/*"])).ShouldBeEmpty();

    [Fact]
    public void Everything_beyond_the_lists_is_a_violation() =>
        Violations(AgentScope.Create(["file.*"], ["staging_*"], ["PRODUCTION_*"])).Count.ShouldBe(3);

    [Fact]
    public void A_pattern_that_cannot_be_read_allows_nothing() =>
        Violations(AgentScope.Create(["regex:("], [], [])).ShouldHaveSingleItem();

    [Fact]
    public void A_pattern_that_cannot_be_read_blocks_everything() =>
        Violations(AgentScope.Create([], [], ["regex:("])).ShouldHaveSingleItem();

    private static IReadOnlyList<string> Violations(AgentScope scope) => scope.Violations(new RuleFacts(Action(), 10));
}
