using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Jobs;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Jobs;

/// <summary>What jobs do on every engine, in one file per feature. Each test has an empty database of its own; a subclass says where.</summary>
public abstract partial class JobSuite : IAsyncLifetime
{
    private protected static readonly JobQueue Queue = new(1, "test/a");
    private protected static readonly JobQueue OtherQueue = new(1, "test/b");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected ManualTimeProvider Time { get; } = new();

    private protected IStore Store { get; private set; } = null!;

    private protected JobRegister Jobs { get; private set; } = null!;

    private protected JobSignal Signal { get; private set; } = null!;

    public virtual async ValueTask InitializeAsync()
    {
        Store = await Kernel.Storage.Store.OpenAsync(Options(), JobMigrations.All, Time, NullLogger.Instance, Cancellation);
        Signal = new JobSignal(Time);
        Jobs = new JobRegister(Signal, RandomNumberGenerator.Create(), Time);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Store is not null)
            await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Options for the database of this test.</summary>
    protected abstract StoreOptions Options();

    private protected Task<Job> EnqueueAsync(string type = "mail", TimeSpan delay = default, int maxAttempts = 5, JobQueue? queue = null) =>
        WriteAsync(session => Jobs.EnqueueAsync(session, new NewJob
        {
            Queue = queue ?? Queue,
            Type = type,
            Payload = """{"to":"x"}""",
            Delay = delay,
            MaxAttempts = maxAttempts,
        }));

    private protected Task<IReadOnlyList<LeasedJob>> TakeAsync(int count = 1, JobQueue? queue = null, params string[] types) =>
        WriteAsync(session => Jobs.TakeAsync(session, new JobTake { Queue = queue ?? Queue, Count = count, Worker = "tester", Types = types }));

    private protected async Task<LeasedJob> TakeOneAsync() => (await TakeAsync()).ShouldHaveSingleItem();

    private protected Task<JobSettlement> CompleteAsync(LeasedJob job) => WriteAsync(session => Jobs.CompleteAsync(session, job.Lease));

    private protected Task<JobSettlement> FailAsync(LeasedJob job, string error = "broken", TimeSpan? delay = null) =>
        WriteAsync(session => Jobs.FailAsync(session, job.Lease, error, delay));

    private protected Task<JobCancellation> CancelAsync(string id, JobQueue? queue = null) =>
        WriteAsync(session => Jobs.CancelAsync(session, queue ?? Queue, id));

    private protected async Task<Job> FindAsync(string id) => (await Store.ReadAsync(session => Jobs.FindAsync(session, Queue, id), Cancellation))!;

    private protected Task<T> WriteAsync<T>(Func<ISqlSession, ValueTask<T>> work) => Store.WriteAsync(work, Cancellation).AsTask();

    private protected async Task SweepAsync(int retentionDays = 7)
    {
        using var sweep = new JobSweep(Store, new JobOptions { RetentionDays = retentionDays }, Time, NullLogger<JobSweep>.Instance);
        await sweep.SweepAsync(Cancellation);
    }
}
