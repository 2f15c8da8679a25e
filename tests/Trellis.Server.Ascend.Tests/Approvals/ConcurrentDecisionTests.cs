namespace Trellis.Server.Ascend.Tests.Approvals;

public sealed class ConcurrentDecisionTests : ApprovalTest
{
    [Fact]
    public async Task Of_many_who_decide_at_once_one_wins_and_the_others_are_told_who()
    {
        var waiting = await SubmitAsync(Medium);
        var people = new List<string>();
        for (var number = 0; number < 16; number++)
            people.Add(await ManagerAsync($"manager-{number}"));

        var replies = await Task.WhenAll(people.Select((token, number) => Task.Run(() =>
            number % 2 == 0 ? ApproveAsync(waiting.ActionId, token) : RejectAsync(waiting.ActionId, token))));

        var winner = replies.Where(reply => reply.Status == 200).ShouldHaveSingleItem().Json;
        var decider = (winner["approved_by"] ?? winner["rejected_by"])!.GetValue<string>();
        foreach (var loser in replies.Where(reply => reply.Status != 200))
        {
            loser.Status.ShouldBeOneOf(400, 409);
            loser.Json["decided_by"]!.GetValue<string>().ShouldBe(decider);
        }

        var status = winner["status"]!.GetValue<string>();
        (await StatusAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe(status);
        (await AuditTrail.OfAsync(Server)).Count(record => record.EventType is "agent_action_approved" or "agent_action_denied").ShouldBe(1);
    }

    [Fact]
    public async Task Many_actions_are_decided_side_by_side()
    {
        var waiting = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => SubmitAsync(Medium)));

        var replies = await Task.WhenAll(waiting.Select(one => ApproveAsync(one.ActionId, First.AdminToken)));

        replies.ShouldAllBe(reply => reply.Status == 200);
        waiting.Select(one => one.ApprovalId).ShouldBeUnique();
    }
}
