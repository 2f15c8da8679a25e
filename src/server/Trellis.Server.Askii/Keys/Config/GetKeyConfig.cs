using Trellis.Server.Askii.Errors;
using Trellis.Server.Askii.Platform;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Keys;

/// <summary><c>get-key-config</c>: what a key of the caller is set to.</summary>
internal sealed class GetKeyConfig(IStore store, KeyLookup keys) : IPlatformOperation<KeyRequest>
{
    /// <inheritdoc/>
    public async ValueTask<JsonObjectAnswer> RunAsync(KeyRequest request, Caller caller, CancellationToken cancellationToken)
    {
        var key = await store.ReadAsync(session => keys.FindAsync(session, caller.Principal, request.Key), cancellationToken);
        return key is null ? PlatformErrors.KeyNotFound() : new KeyConfig(key);
    }
}
