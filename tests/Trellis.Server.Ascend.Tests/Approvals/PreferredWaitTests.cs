using Trellis.Server.Ascend.Tests.Support;

namespace Trellis.Server.Ascend.Tests.Approvals;

/// <summary>Who asks for a status and prefers to wait is answered when there is something new (RFC 7240, section 4.3).</summary>
public sealed class PreferredWaitTests : ApprovalTest
{
    [Fact]
    public async Task A_decision_answers_whoever_waits_for_it()
    {
        var waiting = await SubmitAsync(Medium);
        var manager = await ManagerAsync("mia");

        var answer = WaitAsync(waiting.ActionId, "wait=17");
        await Server.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(17), AscendServer.Cancellation);
        answer.IsCompleted.ShouldBeFalse();
        (await ApproveAsync(waiting.ActionId, manager)).ShouldBeOk();

        (await answer).Json["status"]!.GetValue<string>().ShouldBe("approved");
    }

    [Fact]
    public async Task Who_has_waited_long_enough_is_told_that_it_is_still_pending()
    {
        var waiting = await SubmitAsync(Medium);

        var answer = WaitAsync(waiting.ActionId, "wait=17");
        await Server.Clock.WaitForTimerAsync(TimeSpan.FromSeconds(17), AscendServer.Cancellation);
        Server.Clock.Advance(TimeSpan.FromSeconds(17));

        (await answer).Json["status"]!.GetValue<string>().ShouldBe("pending_approval");
    }

    [Theory]
    [InlineData("wait=0")]
    [InlineData("wait=-1")]
    [InlineData("wait=soon")]
    [InlineData("wait")]
    [InlineData("return=minimal")]
    public async Task Another_preference_is_answered_at_once(string preference)
    {
        var waiting = await SubmitAsync(Medium);

        (await WaitAsync(waiting.ActionId, preference)).Json["status"]!.GetValue<string>().ShouldBe("pending_approval");
    }

    [Fact]
    public async Task What_is_decided_already_keeps_nobody_waiting()
    {
        var waiting = await SubmitAsync(Medium);
        (await RejectAsync(waiting.ActionId, await ManagerAsync("mia"))).ShouldBeOk();

        (await WaitAsync(waiting.ActionId, "wait=17")).Json["status"]!.GetValue<string>().ShouldBe("denied");
    }

    private Task<Reply> WaitAsync(long actionId, string preference) => Server.SendAsync(
        "GET", $"/api/v1/actions/{actionId}/status", First.Key, null, request => request.Headers.TryAddWithoutValidation("Prefer", preference));
}
