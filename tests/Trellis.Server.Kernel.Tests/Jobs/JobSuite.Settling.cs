using Trellis.Server.Kernel.Jobs;

namespace Trellis.Server.Kernel.Tests.Jobs;

public abstract partial class JobSuite
{
    [Fact]
    public async Task A_completed_job_is_never_given_again()
    {
        await EnqueueAsync();
        var taken = await TakeOneAsync();

        (await CompleteAsync(taken)).ShouldBe(JobSettlement.Settled);

        Time.Advance(TimeSpan.FromDays(1));
        (await TakeAsync()).ShouldBeEmpty();
        var job = await FindAsync(taken.Job.Id);
        job.State.ShouldBe(JobState.Completed);
        job.FinishedAt.ShouldBe(Time.GetUtcNow() - TimeSpan.FromDays(1));
        (await CompleteAsync(taken)).ShouldBe(JobSettlement.LeaseLost);
    }

    [Fact]
    public async Task A_failed_attempt_is_repeated_after_ten_twenty_and_forty_seconds_and_then_the_job_is_a_dead_letter()
    {
        var job = await EnqueueAsync(maxAttempts: 4);
        foreach (var wait in (int[])[10, 20, 40])
        {
            (await FailAsync(await TakeOneAsync())).ShouldBe(JobSettlement.Settled);
            (await FindAsync(job.Id)).DueAt.ShouldBe(Time.GetUtcNow() + TimeSpan.FromSeconds(wait));
            Time.Advance(TimeSpan.FromSeconds(wait - 1));
            (await TakeAsync()).ShouldBeEmpty();
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await FailAsync(await TakeOneAsync(), "broken for good");

        Time.Advance(TimeSpan.FromDays(1));
        (await TakeAsync()).ShouldBeEmpty();
        var dead = await FindAsync(job.Id);
        dead.State.ShouldBe(JobState.Failed);
        dead.LastError.ShouldBe("broken for good");
        dead.Attempts.ShouldBe(4);
    }

    [Fact]
    public void The_wait_doubles_up_to_an_hour()
    {
        JobBackoff.After(1, TimeSpan.FromSeconds(10)).ShouldBe(TimeSpan.FromSeconds(10));
        JobBackoff.After(9, TimeSpan.FromSeconds(10)).ShouldBe(TimeSpan.FromSeconds(2560));
        JobBackoff.After(10, TimeSpan.FromSeconds(10)).ShouldBe(TimeSpan.FromHours(1));
        JobBackoff.After(int.MaxValue, TimeSpan.FromSeconds(10)).ShouldBe(TimeSpan.FromHours(1));
        JobBackoff.After(int.MaxValue, TimeSpan.Zero).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_worker_may_say_how_long_to_wait_and_its_reason_is_cut()
    {
        await EnqueueAsync();
        var taken = await TakeOneAsync();

        await FailAsync(taken, new string('x', 999) + "😀", TimeSpan.FromMinutes(7));

        var job = await FindAsync(taken.Job.Id);
        job.DueAt.ShouldBe(Time.GetUtcNow() + TimeSpan.FromMinutes(7));
        job.LastError.ShouldBe(new string('x', 999));
    }

    [Fact]
    public async Task A_job_that_was_given_back_is_not_one_attempt_further()
    {
        await EnqueueAsync(maxAttempts: 1);
        var taken = await TakeOneAsync();

        (await WriteAsync(session => Jobs.GiveBackAsync(session, taken.Lease))).ShouldBe(JobSettlement.Settled);

        (await TakeOneAsync()).Job.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task A_dead_letter_may_be_tried_again_with_all_its_attempts()
    {
        var job = await EnqueueAsync(maxAttempts: 1);
        await FailAsync(await TakeOneAsync());

        (await WriteAsync(session => Jobs.RetryAsync(session, OtherQueue, job.Id))).ShouldBeFalse();
        (await WriteAsync(session => Jobs.RetryAsync(session, Queue, job.Id))).ShouldBeTrue();
        (await WriteAsync(session => Jobs.RetryAsync(session, Queue, job.Id))).ShouldBeFalse();

        var again = await TakeOneAsync();
        again.Job.Attempts.ShouldBe(1);
        (await CompleteAsync(again)).ShouldBe(JobSettlement.Settled);
    }

    [Fact]
    public async Task A_cancelled_job_is_given_to_nobody()
    {
        var job = await EnqueueAsync();

        (await CancelAsync(job.Id, OtherQueue)).ShouldBe(JobCancellation.NotFound);
        (await CancelAsync(job.Id)).ShouldBe(JobCancellation.Cancelled);
        (await CancelAsync(job.Id)).ShouldBe(JobCancellation.AlreadyCancelled);

        (await TakeAsync()).ShouldBeEmpty();
        (await FindAsync(job.Id)).State.ShouldBe(JobState.Cancelled);
    }

    [Fact]
    public async Task Who_has_a_job_that_is_cancelled_is_told_when_it_is_done()
    {
        var job = await EnqueueAsync();
        var taken = await TakeOneAsync();

        (await CancelAsync(job.Id)).ShouldBe(JobCancellation.CancelledWhileProcessing);

        (await WriteAsync(session => Jobs.ExtendAsync(session, taken.Lease, TimeSpan.FromMinutes(1)))).ShouldBeNull();
        (await CompleteAsync(taken)).ShouldBe(JobSettlement.Cancelled);
        (await CompleteAsync(taken)).ShouldBe(JobSettlement.LeaseLost);
        (await FindAsync(job.Id)).State.ShouldBe(JobState.Cancelled);
    }

    [Fact]
    public async Task What_is_finished_cannot_be_cancelled()
    {
        var completed = await EnqueueAsync();
        await CompleteAsync(await TakeOneAsync());
        var failed = await EnqueueAsync(maxAttempts: 1);
        await FailAsync(await TakeOneAsync());

        (await CancelAsync(completed.Id)).ShouldBe(JobCancellation.Finished);
        (await CancelAsync(failed.Id)).ShouldBe(JobCancellation.Finished);
        (await FindAsync(completed.Id)).State.ShouldBe(JobState.Completed);
        (await FindAsync(failed.Id)).State.ShouldBe(JobState.Failed);
    }

    [Fact]
    public async Task Finished_jobs_are_forgotten_after_seven_days_and_waiting_ones_are_not()
    {
        var waiting = await EnqueueAsync(delay: TimeSpan.FromDays(30));
        var done = await EnqueueAsync();
        await CompleteAsync(await TakeOneAsync());

        Time.Advance(TimeSpan.FromDays(7));
        await SweepAsync();
        (await FindAsync(done.Id)).ShouldNotBeNull();
        Time.Advance(TimeSpan.FromSeconds(1));
        await SweepAsync();

        (await FindAsync(done.Id)).ShouldBeNull();
        (await FindAsync(waiting.Id)).ShouldNotBeNull();
    }
}
