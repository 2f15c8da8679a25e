using Microsoft.Extensions.Logging.Abstractions;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;
using Trellis.Testing;

namespace Trellis.Server.Kernel.Tests.Audit;

/// <summary>
/// What the audit chain does on every engine, in one file per feature. Each test has an empty database of its own; a subclass says where.
/// </summary>
public abstract partial class AuditSuite : IAsyncLifetime
{
    private readonly AuditOptions _options = new() { CheckpointInterval = 10 };
    private IStore? _store;
    private SigningKeys? _keys;
    private AuditLog? _log;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected IStore Store => _store ?? throw new InvalidOperationException("The store is not open.");

    private protected SigningKeys Keys => _keys!;

    private protected AuditCheckpointSignal Signal { get; private set; } = null!;

    private protected ManualTimeProvider Time { get; } = new();

    private protected AuditCheckpoints Checkpoints => new(Store, Keys, Time, NullLogger<AuditCheckpoints>.Instance);

    private protected AuditVerifier Verifier => new(Store);

    public virtual async ValueTask InitializeAsync()
    {
        _store = await Kernel.Storage.Store.OpenAsync(
            Options(), [.. IdentityMigrations.All, .. AuditMigrations.All], Time, NullLogger.Instance, Cancellation);
        _keys = new SigningKeys(_store, new IdentityOptions(), Time, NullLogger<SigningKeys>.Instance);
        Signal = new AuditCheckpointSignal(_options);
        _log = new AuditLog(Time, Signal);
    }

    public virtual async ValueTask DisposeAsync()
    {
        _keys?.Dispose();
        if (_store is not null)
            await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Options for the database of this test.</summary>
    protected abstract StoreOptions Options();

    private protected static AuditEvent Event(long organisation = 1, string resource = "key_1", AuditData data = default) => new()
    {
        OrganisationId = organisation,
        Platform = "askii",
        EventType = "api_key_generated",
        ActorId = "usr_1",
        ResourceType = "api_key",
        ResourceId = resource,
        Action = "create",
        Outcome = AuditOutcome.Success,
        RiskLevel = "low",
        Data = data,
        IpAddress = "127.0.0.1",
        CorrelationId = "c-1",
    };

    private protected Task<AuditReceipt> AppendAsync(AuditEvent auditEvent) =>
        Store.WriteAsync(session => _log!.AppendAsync(session, auditEvent), Cancellation).AsTask();

    private protected async Task AppendAsync(int count, long organisation = 1)
    {
        for (var i = 0; i < count; i++)
            await AppendAsync(Event(organisation, $"key_{i}"));
    }

    private protected Task<AuditVerification> VerifyAsync(long organisation = 1) => Verifier.VerifyAsync(organisation, null, Cancellation);

    private protected Task<IReadOnlyList<StoredAuditRecord>> RecordsAsync(long organisation = 1) =>
        Store.ReadAsync(session => AuditTable.ReadAsync(session, organisation, 0, long.MaxValue, 10_000), Cancellation).AsTask();

    /// <summary>Changes the store behind the server's back.</summary>
    private protected async Task TamperAsync(string sql, int rows = 1) =>
        (await Store.WriteAsync(session => session.ExecuteAsync($"{new SqlFragment(sql)}"), Cancellation)).ShouldBe(rows);

    private protected async Task ShouldFailAsync(AuditStatus status, AuditFault fault, long firstBad, long organisation = 1)
    {
        var outcome = await VerifyAsync(organisation);
        outcome.ShouldSatisfyAllConditions(
            () => outcome.Status.ShouldBe(status),
            () => outcome.Fault.ShouldBe(fault),
            () => outcome.FirstBadSequenceNumber.ShouldBe(firstBad));
    }
}
