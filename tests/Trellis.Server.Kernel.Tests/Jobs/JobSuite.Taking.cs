using Trellis.Server.Kernel.Jobs;

namespace Trellis.Server.Kernel.Tests.Jobs;

public abstract partial class JobSuite
{
    [Fact]
    public async Task A_job_is_given_to_a_worker_with_what_it_was_enqueued_with()
    {
        var job = await EnqueueAsync();

        var taken = await TakeOneAsync();

        taken.Job.Id.ShouldBe(job.Id);
        Guid.TryParse(job.Id, out _).ShouldBeTrue();
        taken.Job.Payload.ShouldBe("""{"to":"x"}""");
        taken.Job.State.ShouldBe(JobState.Processing);
        taken.Job.Attempts.ShouldBe(1);
        taken.Job.Worker.ShouldBe("tester");
        taken.Until.ShouldBe(Time.GetUtcNow() + TimeSpan.FromMinutes(1));
        (await TakeAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delayed_job_waits_for_its_time()
    {
        await EnqueueAsync(delay: TimeSpan.FromSeconds(60));

        Time.Advance(TimeSpan.FromSeconds(59));
        (await TakeAsync()).ShouldBeEmpty();
        Time.Advance(TimeSpan.FromSeconds(1));

        (await TakeAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_longest_due_come_first()
    {
        var late = await EnqueueAsync(delay: TimeSpan.FromSeconds(3));
        Time.Advance(TimeSpan.FromSeconds(1));
        var first = await EnqueueAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = await EnqueueAsync();
        Time.Advance(TimeSpan.FromSeconds(10));

        (await TakeAsync(10)).Select(static taken => taken.Job.Id).ShouldBe([first.Id, second.Id, late.Id]);
    }

    [Fact]
    public async Task A_worker_gets_only_the_kinds_it_asks_for_and_only_of_its_queue()
    {
        await EnqueueAsync("mail");
        await EnqueueAsync("payment");
        await EnqueueAsync("mail", queue: OtherQueue);

        (await TakeAsync(10, Queue, "none")).ShouldBeEmpty();
        (await TakeAsync(10, Queue, "payment", "none")).ShouldHaveSingleItem().Job.Type.ShouldBe("payment");
        (await TakeAsync(10)).ShouldHaveSingleItem().Job.Type.ShouldBe("mail");
        (await TakeAsync(10, OtherQueue)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Workers_that_ask_at_the_same_time_get_different_jobs()
    {
        for (var index = 0; index < 40; index++)
            await EnqueueAsync();

        var taken = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => TakeAsync(4))));

        var ids = taken.SelectMany(static jobs => jobs).Select(static job => job.Job.Id).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
        ids.Count.ShouldBe(40 - (await TakeAsync(40)).Count);
    }

    [Fact]
    public async Task Enqueueing_wakes_whoever_runs_jobs_here()
    {
        var waiting = Signal.WaitAsync(TimeSpan.FromHours(1), Cancellation);

        await EnqueueAsync();

        await waiting;
    }

    [Fact]
    public async Task The_next_time_at_which_a_kind_may_be_taken_is_known()
    {
        await EnqueueAsync("mail", TimeSpan.FromMinutes(5));
        await EnqueueAsync("payment");

        (await Store.ReadAsync(session => Jobs.NextDueAsync(session, Queue, "mail"), Cancellation)).ShouldBe(Time.GetUtcNow() + TimeSpan.FromMinutes(5));
        (await Store.ReadAsync(session => Jobs.NextDueAsync(session, Queue, "none"), Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Jobs_are_listed_newest_first_page_by_page()
    {
        var ids = new List<string>();
        for (var index = 0; index < 5; index++)
        {
            ids.Insert(0, (await EnqueueAsync(index % 2 == 0 ? "mail" : "payment")).Id);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await EnqueueAsync(queue: OtherQueue);
        await CancelAsync(ids[0]);

        (await ListAsync(new JobFilter { Limit = 2 })).ShouldBe(ids[..2]);
        (await ListAsync(new JobFilter { Limit = 10, Before = ids[1] })).ShouldBe(ids[2..]);
        (await ListAsync(new JobFilter { Limit = 10, Type = "payment" })).ShouldBe([ids[1], ids[3]]);
        (await ListAsync(new JobFilter { Limit = 10, State = JobState.Cancelled })).ShouldBe(ids[..1]);
    }

    private async Task<IEnumerable<string>> ListAsync(JobFilter filter) =>
        (await Store.ReadAsync(session => Jobs.ListAsync(session, Queue, filter), Cancellation)).Select(static job => job.Id);
}
