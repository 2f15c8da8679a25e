using Trellis.Server.Askii.Errors;
using Trellis.Server.Askii.Platform;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Keys;

/// <summary><c>revoke-key</c>: ends a key of the caller for good, from the next request on.</summary>
internal sealed class RevokeKey(IStore store, KeyLookup keys, IAuditLog audit, TimeProvider time) : IPlatformOperation<KeyRequest>
{
    /// <inheritdoc/>
    public ValueTask<JsonObjectAnswer> RunAsync(KeyRequest request, Caller caller, CancellationToken cancellationToken) =>
        store.WriteAsync(session => RevokeAsync(session, request.Key, caller), cancellationToken);

    private async ValueTask<JsonObjectAnswer> RevokeAsync(ISqlSession session, string reference, Caller caller)
    {
        if (await keys.FindForUpdateAsync(session, caller.Principal, reference) is not { } key)
            return PlatformErrors.KeyNotFound();

        await KeyTable.RevokeAsync(session, key.Id, time.GetUtcNow());
        await audit.AppendAsync(session, KeyEvents.Revoked(key, caller.Origin));
        return new RevokedKey();
    }
}
