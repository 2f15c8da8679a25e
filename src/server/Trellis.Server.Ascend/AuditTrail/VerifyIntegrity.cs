using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Requests;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.AuditTrail;

/// <summary>Verifies the chain of the caller's organisation, or a part of it. One at a time: a verification reads every record.</summary>
internal sealed class VerifyIntegrity(IStore store, IAuditReader reader, AuditVerifier verifier, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Verifies, and names the first record that is not what it was.</summary>
    public async ValueTask<JsonAnswer> VerifyAsync(AscendCall call)
    {
        var body = new Fields(call.Body);
        var first = body.OptionalInteger("first_sequence", 1, long.MaxValue);
        var last = body.OptionalInteger("last_sequence", first ?? 1, long.MaxValue);
        if (!body.Errors.IsEmpty)
            return AscendErrors.Invalid(body.Errors);

        var total = await store.ReadAsync(session => reader.CountAsync(session, call.OrganisationId, AuditFilter.None), call.Aborted);
        if (first > Math.Max(total, 1))
            return AscendErrors.Invalid("first_sequence", "must be a record of the chain");

        var (outcome, took) = first is null && last is null
            ? await RunAsync(call.OrganisationId, call.Aborted)
            : await RunAsync(() => verifier.VerifyRangeAsync(call.OrganisationId, first ?? 1, last ?? long.MaxValue, call.Aborted), call.Aborted);
        return AnswerOf(call, outcome, total, took);
    }

    /// <summary>Verifies the chain of an organisation, and says how long that took.</summary>
    public Task<(AuditVerification Outcome, TimeSpan Took)> RunAsync(long organisationId, CancellationToken cancellationToken) =>
        RunAsync(() => verifier.VerifyAsync(organisationId, progress: null, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<(AuditVerification Outcome, TimeSpan Took)> RunAsync(Func<Task<AuditVerification>> verify, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var start = time.GetTimestamp();
            return (await verify(), time.GetElapsedTime(start));
        }
        finally
        {
            _turn.Release();
        }
    }

    private static Answer AnswerOf(AscendCall call, AuditVerification outcome, long total, TimeSpan took) => Answer.Ok(json =>
    {
        json.WriteString("id"u8, Guid.CreateVersion7(call.At));
        json.WriteTime("check_time"u8, call.At);
        json.WriteString("status"u8, outcome.Status.ToString().ToUpperInvariant());
        json.WriteNumber("total_records"u8, Math.Max(total, outcome.RecordsVerified));
        json.WriteNumber("records_verified"u8, outcome.RecordsVerified);
        json.WriteNumberOrNull("first_bad_sequence"u8, outcome.FirstBadSequenceNumber);
        json.WriteString("reason"u8, outcome.Reason);
        json.WriteNumber("checkpointed_through"u8, outcome.CheckpointedThrough);
        json.WriteNumber("check_duration_ms"u8, (long)took.TotalMilliseconds);
        json.WriteNumber("records_per_second"u8, took > TimeSpan.Zero ? Math.Round(outcome.RecordsVerified / took.TotalSeconds, 1) : 0);
    });
}
