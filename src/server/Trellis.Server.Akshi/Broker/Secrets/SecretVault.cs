using System.Text;
using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Secrets;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Broker.Secrets;

/// <summary>
/// The values behind the names: sealed in the store, else the environment variable of that name. A value leaves here for the request that
/// needs it and goes nowhere else. Safe for concurrent use.
/// </summary>
internal sealed class SecretVault(IStore store, SecretProtector protector, RuntimeOwner owner, IAuditLog audit)
{
    private const string Purpose = "akshi-secret";

    /// <summary>The value; null when there is none.</summary>
    /// <exception cref="SecretProtectionException">It was sealed with a key that is not here.</exception>
    public async ValueTask<string?> RevealAsync(string name, CancellationToken cancellationToken)
    {
        if (await store.ReadAsync(session => SecretTable.FindAsync(session, name), cancellationToken) is not { } envelope)
            return Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

        return Encoding.UTF8.GetString(protector.Unprotect(envelope, Binding(await owner.GetIdAsync(cancellationToken), name)));
    }

    /// <summary>The names that are stored, and since when.</summary>
    public ValueTask<IReadOnlyList<(string Name, DateTimeOffset ChangedAt)>> ListAsync(CancellationToken cancellationToken) =>
        store.ReadAsync(SecretTable.ListAsync, cancellationToken);

    /// <summary>Stores a value.</summary>
    public async ValueTask PutAsync(string name, string value, string actor, RequestOrigin origin, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        var envelope = protector.Protect(Encoding.UTF8.GetBytes(value), Binding(organisation, name));
        await store.WriteAsync(
            async session =>
            {
                await SecretTable.PutAsync(session, name, envelope, at);
                await audit.AppendAsync(session, Changed(organisation, name, "store", actor, origin));
                return true;
            },
            cancellationToken);
    }

    /// <summary>Forgets a value; false when there was none.</summary>
    public async ValueTask<bool> DeleteAsync(string name, string actor, RequestOrigin origin, CancellationToken cancellationToken)
    {
        var organisation = await owner.GetIdAsync(cancellationToken);
        return await store.WriteAsync(
            async session =>
            {
                if (!await SecretTable.DeleteAsync(session, name))
                    return false;

                await audit.AppendAsync(session, Changed(organisation, name, "delete", actor, origin));
                return true;
            },
            cancellationToken);
    }

    private static SecretBinding Binding(long organisationId, string name) => new(organisationId, Purpose, name);

    private static AuditEvent Changed(long organisationId, string name, string action, string actor, RequestOrigin origin) => new()
    {
        OrganisationId = organisationId,
        Platform = TokenEvents.Platform,
        EventType = "secret_changed",
        ActorId = actor,
        ResourceType = "secret",
        ResourceId = name,
        Action = action,
        Outcome = AuditOutcome.Success,
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
    };
}
