using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Approvals;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Approvals;

/// <summary>
/// What approvals do on every engine, in one file per feature. Each test has an empty database of its own; a subclass says where.
/// </summary>
public abstract partial class ApprovalSuite : IAsyncLifetime
{
    protected const long Organisation = 7;

    private static readonly string Digest = new('a', 64);

    private readonly RandomNumberGenerator _random = RandomNumberGenerator.Create();
    private IStore? _store;
    private ApprovalAlarm? _alarm;
    private ApprovalSettlement? _settlement;
    private ApprovalInbox? _inbox;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected IStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    private protected ManualTimeProvider Time { get; } = new();

    private protected RecordingObserver Observer { get; } = new();

    private protected ApprovalInbox Inbox => _inbox!;

    private protected DateTimeOffset Now => Time.GetUtcNow();

    public virtual ValueTask InitializeAsync() => OpenStoreAsync();

    public virtual async ValueTask DisposeAsync()
    {
        _random.Dispose();
        await CloseStoreAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Options for the database of this test; the same database each time.</summary>
    protected abstract StoreOptions Options();

    private protected async Task RestartAsync()
    {
        await CloseStoreAsync();
        await OpenStoreAsync();
    }

    private protected ApprovalClock NewClock(IStore? store = null) =>
        new(store ?? Store, _settlement!, _alarm!, Time, NullLogger<ApprovalClock>.Instance);

    private protected static ApprovalStage Stage(string name = "manager", int level = 2, TimeSpan? escalateAfter = null, params string[] approvers) =>
        new() { Name = name, RequiredLevel = level, EscalateAfter = escalateAfter, Approvers = approvers };

    private protected static Decider Person(string id, int level = 2, params string[] names) => new() { UserId = id, Level = level, Names = names };

    private protected ApprovalRequest Request(params ApprovalStage[] stages) => Request(null, null, stages);

    private protected static ApprovalRequest Request(DateTimeOffset? expiresAt, DateTimeOffset? escalateAt, params ApprovalStage[] stages) => new()
    {
        OrganisationId = Organisation,
        Platform = "ascend",
        SubjectId = "action-1",
        SubjectDigest = Digest,
        RequestedBy = "asker",
        Title = "delete on production",
        Summary = """{"risk_score":72}""",
        Stages = stages is [] ? [Stage()] : stages,
        ExpiresAt = expiresAt,
        EscalateAt = escalateAt,
        AllowsOverride = true,
    };

    private protected Task<Approval> OpenAsync(ApprovalRequest request) =>
        Store.WriteAsync(session => Inbox.OpenAsync(session, request), Cancellation).AsTask();

    private protected Task<ApprovalOutcome> DecideAsync(string id, Decider decider, ApprovalAnswer answer, long organisation = Organisation) =>
        Store.WriteAsync(session => Inbox.DecideAsync(session, organisation, id, decider, answer), Cancellation).AsTask();

    private protected Task<ApprovalOutcome> ApproveAsync(string id, Decider decider, string? comment = null) =>
        DecideAsync(id, decider, new ApprovalAnswer(ApprovalVerdict.Approve, comment));

    private protected Task<ApprovalOutcome> RejectAsync(string id, Decider decider, string? comment = null) =>
        DecideAsync(id, decider, new ApprovalAnswer(ApprovalVerdict.Reject, comment));

    private protected async Task<Approval> FindAsync(string id) =>
        (await Store.ReadAsync(session => Inbox.FindAsync(session, Organisation, id), Cancellation)).ShouldNotBeNull();

    private protected Task<IReadOnlyList<ApprovalDecision>> HistoryAsync(string id) =>
        Store.ReadAsync(session => Inbox.ListDecisionsAsync(session, Organisation, id), Cancellation).AsTask();

    private protected Task<IReadOnlyList<string>> ToldAsync() =>
        Store.ReadAsync(session => session.QueryAsync($"SELECT event FROM told ORDER BY event", row => row.Text(0)), Cancellation).AsTask();

    private async ValueTask OpenStoreAsync()
    {
        _store = await Kernel.Storage.Store.OpenAsync(
            Options(), [.. ApprovalMigrations.All, RecordingObserver.Schema], Time, NullLogger.Instance, Cancellation);
        _alarm = new ApprovalAlarm(Time);
        _settlement = new ApprovalSettlement([Observer], Time);
        _inbox = new ApprovalInbox(_settlement, _alarm, _random, Time);
    }

    private async ValueTask CloseStoreAsync()
    {
        _alarm?.Dispose();
        if (Interlocked.Exchange(ref _store, null) is { } store)
            await store.DisposeAsync();
    }
}
