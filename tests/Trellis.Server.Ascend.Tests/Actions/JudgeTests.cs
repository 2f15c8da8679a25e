using Trellis.Server.Ascend.Actions;
using Trellis.Server.Ascend.Agents;
using Trellis.Server.Ascend.Decisions;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Mcp;

namespace Trellis.Server.Ascend.Tests.Actions;

public sealed class JudgeTests
{
    private static readonly ProposedAction Harmless = new()
    {
        AgentId = "agent-1",
        ActionType = "generic.read",
        Resource = "s3",
        Description = "generic.read on s3",
        Environment = "dev",
        At = DateTimeOffset.UnixEpoch,
    };

    [Fact]
    public void A_harmless_action_is_approved() => StatusOf(State()).ShouldBe(DecisionStatus.Approved);

    [Fact]
    public void An_error_inside_denies()
    {
        var judgement = Judge.Of(Of(State(GovernanceRules.Default with { Compiled = null! })), Harmless);

        judgement.Decision.Status.ShouldBe(DecisionStatus.Denied);
        judgement.Decision.Verdict.Reason.ShouldBe("governance_error");
        judgement.Failure.ShouldNotBeNull();
    }

    [Fact]
    public void An_active_kill_switch_denies_and_is_named()
    {
        var judgement = Judge.Of(Of(State(killSwitch: new KillSwitch("all must stop", DateTimeOffset.UnixEpoch, "admin"))), Harmless);

        judgement.Decision.Status.ShouldBe(DecisionStatus.Denied);
        judgement.Decision.Verdict.Reason.ShouldContain("all must stop");
        judgement.Decision.Violations.ShouldBe(["kill_switch"]);
    }

    [Fact]
    public void Where_agents_must_be_active_an_unregistered_one_is_denied() =>
        StatusOf(State(GovernanceRules.Default with { RequireActiveAgent = true })).ShouldBe(DecisionStatus.Denied);

    private static DecisionStatus StatusOf(GovernanceState state) => Judge.Of(Of(state), Harmless).Decision.Status;

    private static Circumstances Of(GovernanceState state) => new(state, AgentProfile.Unregistered("agent-1"), null, null);

    private static GovernanceState State(GovernanceRules? rules = null, KillSwitch? killSwitch = null) => new()
    {
        OrganisationId = 1,
        RulesVersion = 0,
        RegistryVersion = 0,
        KillSwitch = killSwitch,
        Rules = rules ?? GovernanceRules.Default,
        Agents = new((_, id) => new(AgentProfile.Unregistered(id))),
        McpServers = new((_, _) => new((McpServer?)null)),
        Keys = new((_, _) => new((Trellis.Server.Ascend.Identity.AscendKey?)null)),
        Models = new((_, _) => new((string?)null)),
    };
}
