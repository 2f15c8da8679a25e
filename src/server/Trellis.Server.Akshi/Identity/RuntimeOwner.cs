using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Identity;

/// <summary>
/// The organisation that the runtime belongs to: the first one of the server. What agents do joins its audit chain. Safe for concurrent use.
/// </summary>
internal sealed class RuntimeOwner(IStore store, IOrganisationDirectory organisations, TimeProvider time)
{
    private long _id;

    /// <summary>The organisation's id.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask<long> GetIdAsync(CancellationToken cancellationToken)
    {
        // Two that ask at once get the same answer.
        if (Volatile.Read(ref _id) is var known and not 0)
            return known;

        var id = await FirstOrganisation.EnsureAsync(store, organisations, time, cancellationToken);
        Volatile.Write(ref _id, id);
        return id;
    }
}
