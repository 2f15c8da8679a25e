using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Storage;
using Trellis.TestInfrastructure.Postgres;

namespace Trellis.Server.Kernel.Tests.Jobs;

/// <summary>The suite on PostgreSQL, in a schema of its own per test, and what only transactions side by side show.</summary>
public sealed class PostgresJobTests(PostgresFixture fixture) : JobSuite, IClassFixture<PostgresFixture>
{
    private string _connectionString = "";

    public override async ValueTask InitializeAsync()
    {
        _connectionString = await (await fixture.DatabaseAsync()).CreateSchemaAsync();
        await base.InitializeAsync();
    }

    [Fact]
    public async Task A_worker_does_not_wait_for_jobs_that_another_is_taking()
    {
        var first = await EnqueueAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        var second = await EnqueueAsync();
        var isTaken = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var slow = WriteAsync(async session =>
        {
            var taken = await Jobs.TakeAsync(session, new JobTake { Queue = Queue, Worker = "slow" });
            isTaken.TrySetResult();
            await mayEnd.Task;
            return taken;
        });
        await isTaken.Task;

        var fast = await TakeAsync(10);
        mayEnd.SetResult();

        fast.ShouldHaveSingleItem().Job.Id.ShouldBe(second.Id);
        (await slow).ShouldHaveSingleItem().Job.Id.ShouldBe(first.Id);
    }

    protected override StoreOptions Options() => StoreOptions.For(_connectionString);
}
