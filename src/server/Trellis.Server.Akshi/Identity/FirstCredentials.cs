using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Identity;

/// <summary>The platform's section of <c>credentials.json</c>: <c>{"token"}</c>. A token that is still good is kept, at every start.</summary>
internal static class FirstCredentials
{
    private const string TokenMember = "token";

    /// <summary>Makes what is missing.</summary>
    public static async ValueTask<JsonObject?> EnsureAsync(BootstrapContext context, CancellationToken cancellationToken)
    {
        var store = context.Services.GetRequiredService<IStore>();
        if (context.Existing?[TokenMember] is JsonValue value
            && value.TryGetValue<string>(out var existing)
            && await store.ReadAsync(session => TokenTable.ContainsAsync(session, AkshiToken.Hash(existing)), cancellationToken))
        {
            return new JsonObject { [TokenMember] = existing };
        }

        var now = context.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var audit = context.Services.GetRequiredService<IAuditLog>();
        var minted = context.Services.GetRequiredService<ApiKeyMint>().Mint(AkshiToken.Prefix);
        var id = $"tok_{Guid.CreateVersion7(now):N}";
        await store.WriteAsync(
            async session =>
            {
                await TokenTable.AddAsync(session, id, context.OrganisationId, minted.Hash, minted.Hint, now);
                await audit.AppendAsync(session, TokenEvents.Created(context.OrganisationId, id, minted.Hint));
                return id;
            },
            cancellationToken);
        return new JsonObject { [TokenMember] = minted.Reveal() };
    }
}
