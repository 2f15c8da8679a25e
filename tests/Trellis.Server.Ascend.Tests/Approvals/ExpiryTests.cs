using System.Text.Json.Nodes;
using Trellis.Server.Ascend.Approvals;

namespace Trellis.Server.Ascend.Tests.Approvals;

public sealed class ExpiryTests : ApprovalTest
{
    [Fact]
    public async Task What_nobody_decides_in_time_is_denied()
    {
        var waiting = await SubmitAsync(Medium);
        Server.Clock.Advance(TimeSpan.FromHours(8));

        var status = await DeniedAsync(waiting.ActionId);

        status["execution_allowed"]!.GetValue<bool>().ShouldBeFalse();
        status["reason"]!.GetValue<string>().ShouldBe("approval window expired");
        var record = (await AuditTrail.OfAsync(Server))[^1];
        (record.EventType, record.ActorId, record.ResourceId).ShouldBe(("agent_action_denied", "system", $"{waiting.ActionId}"));
    }

    [Fact]
    public async Task An_agent_that_polls_an_expired_approval_is_told_that_it_was_rejected()
    {
        var waiting = await SubmitAsync(Medium);
        Server.Clock.Advance(TimeSpan.FromHours(8));

        var check = await CheckAsync(waiting.ApprovalId);

        check["status"]!.GetValue<string>().ShouldBe("rejected");
        check["rejection_reason"]!.GetValue<string>().ShouldBe("approval window expired");
        check["rejected_by"].ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_decides_after_the_time_is_over()
    {
        var waiting = await SubmitAsync(Medium);
        Server.Clock.Advance(TimeSpan.FromHours(8));

        (await ApproveAsync(waiting.ActionId, First.AdminToken)).ShouldBeRefused(400, ApprovalErrors.NotPending);
        (await DeniedAsync(waiting.ActionId))["status"]!.GetValue<string>().ShouldBe("denied");
    }

    [Fact]
    public async Task Just_in_time_is_in_time()
    {
        var waiting = await SubmitAsync(Medium);
        Server.Clock.Advance(TimeSpan.FromHours(8) - TimeSpan.FromMilliseconds(1));

        (await ApproveAsync(waiting.ActionId, First.AdminToken)).ShouldBeOk();
    }

    [Fact]
    public async Task An_escalated_approval_still_waits()
    {
        var waiting = await SubmitAsync(Medium);
        Server.Clock.Advance(TimeSpan.FromHours(2));

        var check = await CheckAsync(waiting.ApprovalId);

        check["status"]!.GetValue<string>().ShouldBe("pending");
        check["escalated"]!.GetValue<bool>().ShouldBeTrue();
        check["stages"]![0]!["status"]!.GetValue<string>().ShouldBe("escalated");
    }

    // The clock works on a thread of its own; the server's answers, not a pause, separate the looks.
    private async Task<JsonObject> DeniedAsync(long actionId)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (; ; )
        {
            var status = await StatusAsync(actionId);
            if (status["status"]!.GetValue<string>() == "denied")
                return status;
            patience.Token.ThrowIfCancellationRequested();
        }
    }
}
