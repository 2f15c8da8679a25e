using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Broker.Grants;

/// <summary>The grants of the configuration that holds now, and what people took back of them, which outlives every reload. Safe for concurrent use.</summary>
internal sealed class GrantRegister(IStore store, EndpointList endpoints, RuntimeOwner owner, IAuditLog audit, TimeProvider time)
{
    /// <summary>Stores what the configuration gives.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    public async ValueTask KeepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var given = Given().Select(endpoint => new Grant
        {
            Id = GrantId.Of(endpoint.Agent, endpoint.Domain),
            Agent = endpoint.Agent,
            Domain = endpoint.Domain,
            SecretName = endpoint.SecretName!,
            GrantedAt = now,
        }).ToArray();

        if (given.Length == 0)
            return;

        await store.WriteAsync(
            async session =>
            {
                foreach (var grant in given)
                    await GrantTable.PutAsync(session, grant);
                return given.Length;
            },
            cancellationToken);
    }

    /// <summary>The grants, newest first.</summary>
    public async ValueTask<IReadOnlyList<Grant>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = GivenIds();
        var stored = await store.ReadAsync(GrantTable.ListAsync, cancellationToken);
        return [.. stored.Where(grant => ids.Contains(grant.Id))];
    }

    /// <summary>A grant that the configuration gives; null when there is none with this id.</summary>
    public async ValueTask<Grant?> FindAsync(string id, CancellationToken cancellationToken) =>
        GivenIds().Contains(id) ? await store.ReadAsync(session => GrantTable.FindAsync(session, id), cancellationToken) : null;

    /// <summary>Takes a grant back, at once and on every server of the store.</summary>
    /// <returns>The grant; null when no active one has this id.</returns>
    public ValueTask<Grant?> RevokeAsync(string id, string actor, RequestOrigin origin, DateTimeOffset at, CancellationToken cancellationToken) =>
        ChangeAsync(id, "revoke", actor, origin, session => GrantTable.RevokeAsync(session, id, at), cancellationToken);

    /// <summary>Gives a grant again.</summary>
    /// <returns>The grant; null when no revoked one has this id.</returns>
    public ValueTask<Grant?> RestoreAsync(string id, string actor, RequestOrigin origin, CancellationToken cancellationToken) =>
        ChangeAsync(id, "restore", actor, origin, session => GrantTable.RestoreAsync(session, id), cancellationToken);

    private async ValueTask<Grant?> ChangeAsync(
        string id, string action, string actor, RequestOrigin origin, Func<ISqlSession, ValueTask<bool>> change, CancellationToken cancellationToken)
    {
        if (!GivenIds().Contains(id))
            return null;

        var organisation = await owner.GetIdAsync(cancellationToken);
        return await store.WriteAsync<Grant?>(
            async session =>
            {
                if (!await change(session) || await GrantTable.FindAsync(session, id) is not { } grant)
                    return null;

                await audit.AppendAsync(session, GrantEvents.Changed(organisation, grant, action, actor, origin));
                return grant;
            },
            cancellationToken);
    }

    private IEnumerable<BrokerEndpoint> Given() => endpoints.All.Where(static endpoint => endpoint.SecretName is not null);

    private HashSet<string> GivenIds() => [.. Given().Select(static endpoint => GrantId.Of(endpoint.Agent, endpoint.Domain))];
}
