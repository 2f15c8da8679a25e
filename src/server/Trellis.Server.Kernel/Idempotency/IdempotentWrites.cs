using System.Buffers;
using System.Text.Json;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Idempotency;

/// <summary>
/// Does what a request asks at most once per idempotency key: the effect and the answer are kept in one transaction, and who asks again
/// gets the same answer (draft-ietf-httpapi-idempotency-key-header). Refusals and failures are not remembered, so that the same key can be
/// tried again. Secrets in an answer are redacted before it is kept. Safe for concurrent use.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="time">The clock.</param>
public sealed class IdempotentWrites(IStore store, TimeProvider time)
{
    private const int FirstRefusal = 300;

    /// <summary>Runs <paramref name="work"/> in a transaction unless the key has an answer already.</summary>
    /// <exception cref="StoreException">The engine failed; nothing was written.</exception>
    public ValueTask<IdempotentOutcome> RunAsync(
        IdempotentRequest request, Func<ISqlSession, ValueTask<JsonAnswer>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(work);
        return store.WriteAsync(session => RunAsync(session, request, work), cancellationToken);
    }

    private static IdempotentOutcome Replay((string Digest, int Status, string Body) known, IdempotentRequest request) =>
        known.Digest == request.Digest ? new IdempotentOutcome(new ReplayedAnswer(known.Status, known.Body)) : default;

    private static string TextOf(JsonAnswer answer)
    {
        var bytes = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(bytes))
            answer.WriteBody(json);
        return SecretFreeJson.Of(bytes.WrittenSpan).Text.ToString();
    }

    private async ValueTask<IdempotentOutcome> RunAsync(
        ISqlSession session, IdempotentRequest request, Func<ISqlSession, ValueTask<JsonAnswer>> work)
    {
        var now = time.GetUtcNow();
        await IdempotencyTable.ExpireAsync(session, request, now);
        if (!await IdempotencyTable.TryClaimAsync(session, request, now + IdempotentRequest.Lifetime))
            return Replay(await IdempotencyTable.FindAsync(session, request), request);

        var answer = await work(session);
        if (answer.Status < FirstRefusal)
            await IdempotencyTable.SaveAsync(session, request, answer.Status, TextOf(answer));
        else
            await IdempotencyTable.ForgetAsync(session, request);
        return new IdempotentOutcome(answer);
    }
}
