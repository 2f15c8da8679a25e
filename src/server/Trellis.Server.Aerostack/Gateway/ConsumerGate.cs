using Microsoft.AspNetCore.Http;
using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Aerostack.Http;
using Trellis.Server.Aerostack.Identity;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Gateway;

/// <summary>Lets consumers in by their key, sent as a bearer (contract, sections 1.2 and 2.2.8), to an API of the key's project.</summary>
internal sealed class ConsumerGate(IStore store)
{
    /// <summary>The consumer of a request and the API that it names.</summary>
    public async ValueTask<(Consumer? Consumer, GatewayApi? Api, AerostackError? Refusal)> AdmitAsync(AerostackCall call, string? slug)
    {
        if (Authenticator.ReadBearer(call.Http.Request.Headers) is not { } bearer || !ConsumerKeys.TryHash(bearer, out var hash))
            return (null, null, Unknown(call.Http));
        if (string.IsNullOrEmpty(slug))
            return (null, null, AerostackErrors.Invalid("api_slug", "is required"));

        var (consumer, api) = await store.ReadAsync(session => FindAsync(session, hash, slug), call.Aborted);
        return consumer is null ? (null, null, Unknown(call.Http))
            : api is null ? (null, null, AerostackErrors.NotFound("The API"))
            : (consumer, api, null);
    }

    private static AerostackError Unknown(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return AerostackErrors.InvalidKey("Send a consumer key that is good as 'Authorization: Bearer'.");
    }

    private static async ValueTask<(Consumer? Consumer, GatewayApi? Api)> FindAsync(ISqlSession session, string hash, string slug)
    {
        if (await ConsumerTable.FindByHashAsync(session, hash) is not { RevokedAt: null } consumer || !ApiKeyMint.HashesEqual(consumer.Hash, hash))
            return (null, null);

        return (consumer, StorableText.IsValid(slug) ? await GatewayApiTable.FindAsync(session, consumer.ProjectId, slug) : null);
    }
}
