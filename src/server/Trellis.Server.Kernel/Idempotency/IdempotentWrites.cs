using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Json;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Idempotency;

/// <summary>
/// Does what a request asks at most once per idempotency key: the effect and the answer are kept in one transaction, and who asks again
/// gets the same answer (draft-ietf-httpapi-idempotency-key-header). Refusals and failures are not remembered, so that the same key can be
/// tried again. An answer may show a secret this once, so that the store has it sealed. Safe for concurrent use.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="secrets">What seals the answers.</param>
/// <param name="time">The clock.</param>
public sealed class IdempotentWrites(IStore store, SecretProtector secrets, TimeProvider time)
{
    private const int FirstRefusal = 300;
    private const string Purpose = "idempotent-answer";

    /// <summary>Runs <paramref name="work"/> in a transaction unless the key has an answer already.</summary>
    /// <exception cref="StoreException">The engine failed; nothing was written.</exception>
    /// <exception cref="SecretProtectionException">There is an answer, and it was sealed with a key that this server does not hold.</exception>
    public async ValueTask<IdempotentOutcome> RunAsync(
        IdempotentRequest request, Func<ISqlSession, ValueTask<JsonAnswer>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(work);
        var (fresh, known) = await store.WriteAsync(session => RunAsync(session, request, work), cancellationToken);
        return fresh is null ? Replay(known, request) : new IdempotentOutcome(fresh);
    }

    private static SecretBinding BindingOf(IdempotentRequest request) => new(request.OrganisationId, Purpose, $"{request.Scope} {request.Key}");

    private async ValueTask<(JsonAnswer? Fresh, (string Digest, int Status, string SealedBody) Known)> RunAsync(
        ISqlSession session, IdempotentRequest request, Func<ISqlSession, ValueTask<JsonAnswer>> work)
    {
        var now = time.GetUtcNow();
        await IdempotencyTable.ExpireAsync(session, request, now);
        if (!await IdempotencyTable.TryClaimAsync(session, request, now + IdempotentRequest.Lifetime))
            return (null, await IdempotencyTable.FindAsync(session, request));

        var answer = await work(session);
        if (answer.Status < FirstRefusal)
            await IdempotencyTable.SaveAsync(session, request, answer.Status, Seal(answer, request));
        else
            await IdempotencyTable.ForgetAsync(session, request);
        return (answer, default);
    }

    private string Seal(JsonAnswer answer, IdempotentRequest request)
    {
        using var buffer = Utf8JsonBuffer.Rent();
        answer.WriteBody(buffer.Json);
        return secrets.Protect(buffer.WrittenSpan, BindingOf(request));
    }

    private IdempotentOutcome Replay((string Digest, int Status, string SealedBody) known, IdempotentRequest request) =>
        known.Digest == request.Digest
            ? new IdempotentOutcome(new ReplayedAnswer(known.Status, secrets.Unprotect(known.SealedBody, BindingOf(request))))
            : default;
}
