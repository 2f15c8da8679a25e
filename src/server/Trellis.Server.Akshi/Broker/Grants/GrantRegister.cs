using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Broker.Grants;

/// <summary>The grants of the configuration that holds now, and what people took back of them, which outlives every reload. Safe for concurrent use.</summary>
internal sealed class GrantRegister(IStore store, Endpoints endpoints, RuntimeOwner owner, IAuditLog audit, TimeProvider time)
{
    private volatile EndpointList? _kept;

    /// <summary>The grants, newest first.</summary>
    public async ValueTask<IReadOnlyList<Grant>> ListAsync(CancellationToken cancellationToken)
    {
        var ids = GivenIds(await KeepAsync(cancellationToken));
        var stored = await store.ReadAsync(GrantTable.ListAsync, cancellationToken);
        return [.. stored.Where(grant => ids.Contains(grant.Id))];
    }

    /// <summary>A grant that the configuration gives; null when there is none with this id.</summary>
    public async ValueTask<Grant?> FindAsync(string id, CancellationToken cancellationToken) =>
        GivenIds(await KeepAsync(cancellationToken)).Contains(id) ? await store.ReadAsync(session => GrantTable.FindAsync(session, id), cancellationToken) : null;

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
        if (!GivenIds(await KeepAsync(cancellationToken)).Contains(id))
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

    // What the configuration gives is stored when somebody first asks about it.
    private async ValueTask<EndpointList> KeepAsync(CancellationToken cancellationToken)
    {
        var current = endpoints.Current;
        if (ReferenceEquals(current, _kept))
            return current;

        var now = time.GetUtcNow();
        var given = Given(current).Select(endpoint => new Grant
        {
            Id = GrantId.Of(endpoint.Agent, endpoint.Domain),
            Agent = endpoint.Agent,
            Domain = endpoint.Domain,
            SecretName = endpoint.SecretName!,
            GrantedAt = now,
        }).ToArray();

        if (given.Length > 0)
        {
            await store.WriteAsync(
                async session =>
                {
                    foreach (var grant in given)
                        await GrantTable.PutAsync(session, grant);
                    return given.Length;
                },
                cancellationToken);
        }

        _kept = current;
        return current;
    }

    private static IEnumerable<BrokerEndpoint> Given(EndpointList list) => list.All.Where(static endpoint => endpoint.SecretName is not null);

    private static HashSet<string> GivenIds(EndpointList list) => [.. Given(list).Select(static endpoint => GrantId.Of(endpoint.Agent, endpoint.Domain))];
}
