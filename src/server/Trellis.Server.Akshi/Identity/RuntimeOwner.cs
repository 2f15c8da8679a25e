<<<<<<< HEAD
using Trellis.Server.Kernel.Hosting;
=======
>>>>>>> 502935e (Run declarative agents under supervision: memory, rules, models, budgets, approvals, logs, status and reload)
using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Identity;

/// <summary>
<<<<<<< HEAD
/// The organisation that the runtime belongs to: the first one of the server. What agents do joins its audit chain. Safe for concurrent use.
/// </summary>
internal sealed class RuntimeOwner(IStore store, IOrganisationDirectory organisations, TimeProvider time)
=======
/// The organisation whose runtime this is: the server's first. The platform has one token and no tenants (contract, section 7). Safe for
/// concurrent use.
/// </summary>
internal sealed class RuntimeOwner(IStore store, IOrganisationDirectory organisations)
>>>>>>> 502935e (Run declarative agents under supervision: memory, rules, models, budgets, approvals, logs, status and reload)
{
    private long _id;

    /// <summary>The organisation's id.</summary>
<<<<<<< HEAD
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask<long> GetIdAsync(CancellationToken cancellationToken)
    {
        // Two that ask at once get the same answer.
        if (Volatile.Read(ref _id) is var known and not 0)
            return known;

        var id = await FirstOrganisation.EnsureAsync(store, organisations, time, cancellationToken);
=======
    /// <exception cref="StoreException">The store failed, or has no organisation: the server has not started yet.</exception>
    public async ValueTask<long> GetIdAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _id) is > 0 and var known)
            return known;

        var all = await store.ReadAsync(organisations.ListAsync, cancellationToken);
        var id = all is [var first, ..] ? first.Id : throw new StoreException("There is no organisation to own the runtime.");
>>>>>>> 502935e (Run declarative agents under supervision: memory, rules, models, budgets, approvals, logs, status and reload)
        Volatile.Write(ref _id, id);
        return id;
    }
}
