using Microsoft.AspNetCore.Http;
using Trellis.Server.Askii.Errors;
using Trellis.Server.Askii.Keys;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Models;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Askii.Chat;

/// <summary>
/// Lets requests in whose key, sent as Bearer (RFC 6750, section 2.1), is good at this moment. Each request asks the store, so that a
/// revocation counts from the next request on, whichever server took it. Most guesses fail at the key's checksum and never get there.
/// </summary>
internal sealed class KeyGate(IStore store, TimeProvider time)
{
    private const string Scheme = "Bearer ";

    /// <summary>Finds the key of a request.</summary>
    public async ValueTask<KeyAdmission> AdmitAsync(HttpContext context)
    {
        if (context.Request.Headers.Authorization is not [{ } credentials] || !credentials.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Refuse(context, KeyErrors.Missing());
        if (!ApiKeyMint.TryHash(KeyPrefix.Value, credentials[Scheme.Length..].Trim(), out var hash))
            return Refuse(context, KeyErrors.Unknown());

        var key = await store.ReadAsync(session => KeyTable.FindByHashAsync(session, hash), context.RequestAborted);
        if (key is null || !ApiKeyMint.HashesEqual(key.Hash, hash))
            return Refuse(context, KeyErrors.Unknown());
        if (key.Blocked is true)
            return Refuse(context, KeyErrors.Blocked());

        return key.ExpiresAt <= time.GetUtcNow() ? Refuse(context, KeyErrors.Expired()) : KeyAdmission.Admit(key);
    }

    // RFC 9110, section 15.5.2: a 401 names the scheme.
    private static KeyAdmission Refuse(HttpContext context, OpenAiError error)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return KeyAdmission.Refuse(error);
    }
}
