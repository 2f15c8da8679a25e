using FsCheck;
using FsCheck.Fluent;
using Trellis.Server.Kernel.Jobs;

namespace Trellis.Server.Kernel.Tests.Jobs;

public abstract partial class JobSuite
{
    [Fact]
    public async Task The_job_of_a_worker_that_died_is_given_to_another_after_its_lease()
    {
        await EnqueueAsync();
        var dead = await TakeOneAsync();

        Time.Advance(TimeSpan.FromSeconds(59));
        (await TakeAsync()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromSeconds(1));

        var next = await TakeOneAsync();
        next.Job.Id.ShouldBe(dead.Job.Id);
        next.Job.Attempts.ShouldBe(2);
    }

    [Fact]
    public async Task Who_lost_the_lease_does_not_say_how_it_ended()
    {
        await EnqueueAsync();
        var late = await TakeOneAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        var current = await TakeOneAsync();

        (await CompleteAsync(late)).ShouldBe(JobSettlement.LeaseLost);
        (await FailAsync(late)).ShouldBe(JobSettlement.LeaseLost);
        (await WriteAsync(session => Jobs.ExtendAsync(session, late.Lease, TimeSpan.FromHours(1)))).ShouldBeNull();
        (await WriteAsync(session => Jobs.GiveBackAsync(session, late.Lease))).ShouldBe(JobSettlement.LeaseLost);
        (await FindAsync(late.Job.Id)).State.ShouldBe(JobState.Processing);

        (await CompleteAsync(current)).ShouldBe(JobSettlement.Settled);
    }

    [Fact]
    public async Task A_lease_opens_no_job_of_another_queue()
    {
        await EnqueueAsync();
        var taken = await TakeOneAsync();

        var foreign = taken with { Lease = taken.Lease with { Queue = OtherQueue } };

        (await CompleteAsync(foreign)).ShouldBe(JobSettlement.LeaseLost);
        (await CompleteAsync(taken)).ShouldBe(JobSettlement.Settled);
    }

    [Fact]
    public async Task A_worker_that_speaks_up_keeps_its_job()
    {
        await EnqueueAsync();
        var taken = await TakeOneAsync();
        Time.Advance(TimeSpan.FromSeconds(50));

        (await WriteAsync(session => Jobs.ExtendAsync(session, taken.Lease, TimeSpan.FromMinutes(5)))).ShouldBe(Time.GetUtcNow() + TimeSpan.FromMinutes(5));

        Time.Advance(TimeSpan.FromSeconds(299));
        (await TakeAsync()).ShouldBeEmpty();
        (await CompleteAsync(taken)).ShouldBe(JobSettlement.Settled);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_job_whose_workers_all_died_is_a_dead_letter(bool isSwept)
    {
        var job = await EnqueueAsync(maxAttempts: 2);
        await TakeOneAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        var last = await TakeOneAsync();
        Time.Advance(TimeSpan.FromMinutes(1));

        if (isSwept)
            await SweepAsync();
        (await TakeAsync()).ShouldBeEmpty();

        var dead = await FindAsync(job.Id);
        dead.State.ShouldBe(JobState.Failed);
        dead.LastError.ShouldBe("The worker of the last attempt never said how it ended.");
        (await CompleteAsync(last)).ShouldBe(JobSettlement.LeaseLost);
    }

    /// <summary>
    /// Whatever workers do, and whenever they die: a job is completed by exactly one of them or by none, it is lost to nobody, and its state
    /// is what the last word that counted said.
    /// </summary>
    [Fact]
    public async Task A_job_is_never_both_done_and_lost()
    {
        foreach (var steps in Gen.Choose(0, 6).ListOf(40).Sample(12, 8))
        {
            var job = await EnqueueAsync(maxAttempts: 3);
            var held = new List<LeasedJob>();
            var completions = 0;
            foreach (var step in steps)
                completions += await StepAsync(step, job.Id, held);

            var end = await FindAsync(job.Id);
            completions.ShouldBe(end.State == JobState.Completed ? 1 : 0, string.Join(',', steps));
            (end.DueAt is null).ShouldBe(end.State is JobState.Completed or JobState.Failed, string.Join(',', steps));
            end.Attempts.ShouldBeInRange(0, 3);
            await CancelAsync(job.Id);
        }
    }

    private async Task<int> StepAsync(int step, string id, List<LeasedJob> held)
    {
        switch (step)
        {
            case 0 or 1:
                held.AddRange((await TakeAsync()).Where(taken => taken.Job.Id == id));
                break;
            case 2:
                Time.Advance(TimeSpan.FromSeconds(61));
                break;
            case 3 when held.Count > 0:
                return await CompleteAsync(held[^1]) == JobSettlement.Settled ? 1 : 0;
            case 4 when held.Count > 0:
                return await CompleteAsync(held[0]) == JobSettlement.Settled ? 1 : 0;
            case 5 when held.Count > 0:
                await FailAsync(held[^1]);
                break;
            case 6:
                await SweepAsync();
                break;
        }

        return 0;
    }
}
