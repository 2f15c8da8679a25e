using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Identity;

/// <summary>The keys of this server and of the others on the same store.</summary>
internal sealed class StoredKeySource(IStore store) : IVerificationKeySource
{
    /// <inheritdoc/>
    public async Task<VerificationKeySet> LoadAsync(CancellationToken cancellationToken)
    {
        var registered = await store.ReadAsync(SigningKeyTable.ListAsync, cancellationToken);
        return new VerificationKeySet(registered.Select(JwksParser.ParseOwn));
    }
}
