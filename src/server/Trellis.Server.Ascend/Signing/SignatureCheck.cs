using System.Text.Json;
using Trellis.Server.Ascend.Errors;
using Trellis.Server.Ascend.Governance;
using Trellis.Server.Ascend.Http;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Signing;

/// <summary>
/// Verifies the signatures of requests that come with an API key, where the organisation has a signing secret: a signature that is there must
/// be right, at most five minutes old and new; and where signatures are required, a request with a body must have one.
/// </summary>
internal sealed class SignatureCheck(IStore store, GovernanceCache cache, SigningSecrets secrets) : IRequestCheck
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    /// <inheritdoc/>
    public async ValueTask<JsonAnswer?> CheckAsync(AscendCall call, RouteRules rules)
    {
        if (call.Caller.Key is null)
            return null;

        var state = (rules.ConfirmsCredential ? cache.Find(call.OrganisationId) : null)
            ?? await store.ReadAsync(session => cache.LoadAsync(session, call.OrganisationId), call.Aborted);
        return state.Rules.Signing is { } settings ? await CheckAsync(call, settings) : null;
    }

    private static bool IsSignable(AscendCall call) =>
        call.Body.ValueKind is JsonValueKind.Object && call.Body.EnumerateObject().MoveNext();

    private static AscendError Refused(string detail) => AscendErrors.Unauthorized(ErrorCodes.InvalidSignature, detail);

    private async ValueTask<JsonAnswer?> CheckAsync(AscendCall call, SigningSettings settings)
    {
        if (RequestSignature.Of(call.Http.Request.Headers) is not { } signature)
            return settings.RequireSignature && IsSignable(call) ? Refused($"The organisation requires '{RequestSignature.Header}'.") : null;
        if (!signature.IsOf(secrets.Open(call.OrganisationId, settings.SealedSecret), call.RawBody.Span))
            return Refused("The signature is not that of the request.");
        if (signature.MadeAt is not { } madeAt || (call.At - madeAt).Duration() > Tolerance)
            return Refused("The signature's timestamp is more than 300 s away from the server's clock.");

        var isNew = await store.WriteAsync(
            session => SigningTable.TryRememberAsync(session, call.OrganisationId, signature.Hex, call.At, madeAt + Tolerance), call.Aborted);
        return isNew ? null : Refused("The signature was used before. Sign each attempt anew.");
    }
}
