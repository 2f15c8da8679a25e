using Trellis.Server.Kernel.Identity;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Hosting;

/// <summary>The organisation that a server has from its first start on.</summary>
public static class FirstOrganisation
{
    private const string Name = "default";

    /// <summary>The id of the first organisation, which is made if there is none. Of servers that start together, one makes it.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public static ValueTask<long> EnsureAsync(
        IStore store, IOrganisationDirectory organisations, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(organisations);
        ArgumentNullException.ThrowIfNull(time);

        return store.WriteAsync(session => EnsureAsync(session, organisations, time.GetUtcNow()), cancellationToken);
    }

    private static async ValueTask<long> EnsureAsync(ISqlSession session, IOrganisationDirectory organisations, DateTimeOffset now)
    {
        // Whoever changes the schema waits here too, and nobody else: it is the lock of servers that start.
        if (session.Dialect.LockSchema is { Text.Length: > 0 } startLock)
            await session.ExecuteAsync($"{startLock}");

        return await organisations.ListAsync(session) is [var first, ..]
            ? first.Id
            : (await organisations.AddAsync(session, Name, now)).Id;
    }
}
