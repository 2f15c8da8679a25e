using Microsoft.Extensions.DependencyInjection;
using Trellis.Server.Ascend.Identity;
using Trellis.Server.Ascend.Tests.Support;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Ascend.Tests.Approvals;

/// <summary>Keys that somebody made.</summary>
internal static class Keys
{
    public static async Task<string> AddAsync(Tenant tenant, string createdBy)
    {
        var now = tenant.Server.Clock.GetUtcNow();
        var minted = tenant.Server.Services.GetRequiredService<ApiKeyMint>().Mint(KeyPrefixes.Live);
        var key = new AscendKey
        {
            Id = $"key_of_{createdBy}",
            OrganisationId = tenant.OrganisationId,
            Hash = minted.Hash,
            Hint = minted.Hint,
            Name = "key",
            Role = CallerRole.Agent,
            CreatedBy = createdBy,
            CreatedAt = now,
            ExpiresAt = now.AddYears(1),
        };
        await tenant.Server.Store.WriteAsync(session => KeyTable.AddAsync(session, key), AscendServer.Cancellation);
        return minted.Reveal();
    }
}
