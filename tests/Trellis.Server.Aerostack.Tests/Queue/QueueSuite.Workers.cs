namespace Trellis.Server.Aerostack.Tests.Queue;

public abstract partial class QueueSuite
{
    [Fact]
    public async Task A_worker_takes_a_job_and_completes_it()
    {
        var id = await EnqueueAsync("""{"to":"x"}""");

        var taken = (await TakeAsync("""{"types":["send-email"],"count":10,"leaseSeconds":30,"worker":"w1"}""")).ShouldHaveSingleItem()!;
        taken["id"]!.GetValue<string>().ShouldBe(id);
        taken["data"]!["to"]!.GetValue<string>().ShouldBe("x");
        taken["attempt"]!.GetValue<int>().ShouldBe(1);
        taken["leaseExpiresAt"]!.GetValue<string>().ShouldBe("2026-01-01T00:00:30Z");
        (await StatusAsync(id)).ShouldBe("processing");
        (await TakeAsync()).ShouldBeEmpty();

        (await SettleAsync("complete", taken)).ShouldAnswer("""{"success":true}""");

        (await StatusAsync(id)).ShouldBe("completed");
    }

    [Fact]
    public async Task A_job_that_is_not_due_is_given_to_nobody()
    {
        await EnqueueAsync(more: ""","delay":60""");

        Server.Clock.Advance(TimeSpan.FromSeconds(59));
        (await TakeAsync()).ShouldBeEmpty();
        Server.Clock.Advance(TimeSpan.FromSeconds(1));
        (await TakeAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_job_of_a_worker_that_died_runs_again_and_its_late_word_is_refused()
    {
        var id = await EnqueueAsync();
        var dead = await TakeOneAsync();
        Server.Clock.Advance(TimeSpan.FromSeconds(60));
        var next = await TakeOneAsync();

        next["attempt"]!.GetValue<int>().ShouldBe(2);
        foreach (var how in (string[])["complete", "fail", "extend"])
        {
            (await SettleAsync(how, dead)).ShouldBeRefused(409, "VALIDATION_ERROR").Json["details"]!["reason"]!.GetValue<string>()
                .ShouldBe("lease_lost");
        }

        (await SettleAsync("complete", next)).ShouldBe(200);
        (await StatusAsync(id)).ShouldBe("completed");
    }

    [Fact]
    public async Task A_job_that_fails_for_good_is_shown_as_failed_and_may_be_tried_again()
    {
        var id = await EnqueueAsync(more: ""","maxAttempts":1""");
        var taken = await TakeOneAsync();
        (await First.PostAsync("/v1/queue/fail", $$"""{"jobId":"{{id}}","lease":"{{taken["lease"]}}","error":"no such mailbox"}""")).ShouldBe(200);

        var job = await JobAsync(id);
        job["status"]!.GetValue<string>().ShouldBe("failed");
        job["error"]!.GetValue<string>().ShouldBe("no such mailbox");
        (await First.PostAsync("/v1/queue/retry", $$"""{"jobId":"{{id}}"}""")).ShouldAnswer("""{"success":true}""");

        (await SettleAsync("complete", await TakeOneAsync())).ShouldBe(200);
    }

    [Fact]
    public async Task A_worker_whose_job_was_cancelled_is_told_so()
    {
        var id = await EnqueueAsync();
        var taken = await TakeOneAsync();
        var cancelled = (await CancelAsync(id)).ShouldBe(200).Json;
        cancelled["success"]!.GetValue<bool>().ShouldBeTrue();
        cancelled["note"]!.GetValue<string>().ShouldContain("worker");

        (await SettleAsync("complete", taken)).ShouldBe(200).Json["success"]!.GetValue<bool>().ShouldBeFalse();

        (await StatusAsync(id)).ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_worker_may_prolong_its_lease()
    {
        await EnqueueAsync();
        var taken = await TakeOneAsync();
        Server.Clock.Advance(TimeSpan.FromSeconds(59));

        (await First.PostAsync("/v1/queue/extend", $$"""{"jobId":"{{taken["id"]}}","lease":"{{taken["lease"]}}","leaseSeconds":600}""")).ShouldBe(200)
            .Json["leaseExpiresAt"]!.GetValue<string>().ShouldBe("2026-01-01T00:10:59Z");

        Server.Clock.Advance(TimeSpan.FromSeconds(599));
        (await TakeAsync()).ShouldBeEmpty();
    }
}
