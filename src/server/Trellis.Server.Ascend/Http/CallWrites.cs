using System.Security.Cryptography;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Idempotency;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Http;

/// <summary>
/// The transaction of a call that may be sent twice (contract, section 1.6): with an <c>Idempotency-Key</c> it is done at most once, and who
/// asks again gets the same answer. Safe for concurrent use.
/// </summary>
internal sealed class CallWrites(IStore store, IdempotentWrites idempotent)
{
    private const string Header = "Idempotency-Key";

    /// <summary>Runs the work of a call.</summary>
    public ValueTask<JsonAnswer> RunAsync(AscendCall call, Func<ISqlSession, ValueTask<JsonAnswer>> work) =>
        call.Http.Request.Headers[Header] is [{ } key] ? RunOnceAsync(call, key, work) : store.WriteAsync(work, call.Aborted);

    private async ValueTask<JsonAnswer> RunOnceAsync(AscendCall call, string key, Func<ISqlSession, ValueTask<JsonAnswer>> work)
    {
        if (!IdempotentRequest.IsValidKey(key))
            return AscendErrors.BadRequest($"'{Header}' must be 1 to {IdempotentRequest.LongestKey} printable ASCII characters.");

        var request = new IdempotentRequest(
            call.OrganisationId,
            $"{call.Http.Request.Method} {call.Http.Request.Path}",
            key,
            // An answer may show a secret, which is for who asked and nobody else.
            $"{Convert.ToHexStringLower(SHA256.HashData(call.RawBody.Span))} {call.Caller.ActorId}");
        try
        {
            var outcome = await idempotent.RunAsync(request, work, call.Aborted);
            return outcome.Answer
                ?? AscendErrors.Conflict("The idempotency key was used for another request. Use a new key for each request.", ErrorCodes.IdempotencyConflict);
        }
        catch (SecretProtectionException)
        {
            return AscendErrors.Conflict(
                "The request was done before, on a server with another secret key, and its answer cannot be told again here.",
                ErrorCodes.IdempotencyConflict);
        }
    }
}
