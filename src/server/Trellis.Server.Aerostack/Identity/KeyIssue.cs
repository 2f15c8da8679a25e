using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Identity;

/// <summary>Makes project keys. Safe for concurrent use.</summary>
internal sealed class KeyIssue(ApiKeyMint mint, IAuditLog audit)
{
    /// <summary>Makes a key that is not stored yet.</summary>
    public (ProjectKey Key, MintedApiKey Minted) Make(Project project, KeyKind kind, string name, DateTimeOffset now)
    {
        var minted = mint.Mint(KeyPrefixes.Of(kind));
        var key = new ProjectKey
        {
            Id = $"key_{Guid.CreateVersion7(now):N}",
            Project = project,
            Kind = kind,
            Hash = minted.Hash,
            Hint = minted.Hint,
            Name = name,
            CreatedAt = now,
        };
        return (key, minted);
    }

    /// <summary>Stores a key, with its audit record.</summary>
    public async ValueTask StoreAsync(ISqlSession session, ProjectKey key, string actorId, RequestOrigin origin)
    {
        await KeyTable.AddAsync(session, key);
        await audit.AppendAsync(session, KeyEvents.Created(key, actorId, origin));
    }
}
