using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Orchestration;
using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Orchestration;

public sealed class LinkageTests : ServerTest
{
    [Fact]
    public async Task Without_a_parent_an_action_stands_where_it_says()
    {
        var linkage = await CheckAsync("s", null, 3);

        linkage.ShouldBe(new Linkage("s", 3, null));
    }

    [Fact]
    public async Task A_child_is_in_its_parent_s_session_one_level_down()
    {
        var parent = await SubmitAsync("s", 2);

        (await CheckAsync(null, parent, null)).ShouldBe(new Linkage("s", 3, null));
        (await CheckAsync("s", parent, 5)).ShouldBe(new Linkage("s", 5, null));
    }

    [Fact]
    public async Task A_parent_that_does_not_exist_is_refused() =>
        (await CheckAsync("s", 999, 1)).Refusal!.Code.ShouldBe(ErrorCodes.OrchestrationParent);

    [Fact]
    public async Task Another_organisation_s_parent_is_one_that_does_not_exist()
    {
        var parent = await SubmitAsync("s", 1);
        var other = await Server.OtherTenantAsync();

        (await CheckAsync("s", parent, 1, other.OrganisationId)).Refusal!.Code.ShouldBe(ErrorCodes.OrchestrationParent);
    }

    [Fact]
    public async Task A_session_cannot_be_grafted_onto_a_parent_of_another()
    {
        var parent = await SubmitAsync("s", 1);
        var alone = await SubmitAsync(null, null);

        (await CheckAsync("t", parent, 1)).Refusal!.Code.ShouldBe(ErrorCodes.OrchestrationSession);
        (await CheckAsync("t", alone, 1)).Refusal!.Code.ShouldBe(ErrorCodes.OrchestrationSession);
    }

    [Fact]
    public async Task Nothing_is_below_the_deepest_level()
    {
        var parent = await SubmitAsync("s", 5);

        (await CheckAsync("s", parent, null)).Refusal!.Status.ShouldBe(422);
    }

    private async Task<Linkage> CheckAsync(string? session, long? parent, long? depth, long organisation = 1) => await Server.Store.ReadAsync(
        sql => LinkageGate.CheckAsync(sql, organisation, session, parent, depth), AscendServer.Cancellation);

    private async Task<long> SubmitAsync(string? session, int? depth) => (await First.PostAsync("/api/v1/actions/submit", new()
    {
        ["agent_id"] = "agent-1",
        ["action_type"] = "database.query",
        ["resource"] = "orders",
        ["orchestration_session_id"] = session,
        ["orchestration_depth"] = depth,
    })).ShouldBeOk().Json["action_id"]!.GetValue<long>();
}
