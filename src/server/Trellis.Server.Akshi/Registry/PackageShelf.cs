using Trellis.Server.Akshi.Identity;
using Trellis.Server.Kernel.Audit;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Hosting;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Akshi.Registry;

/// <summary>The packages. Safe for concurrent use.</summary>
internal sealed class PackageShelf(IStore store, IBlobStore blobs, IAuditLog audit, RuntimeOwner owner)
{
    /// <summary>Publishes a version, whose module has been written.</summary>
    /// <returns>False when there is this version already; then nothing was changed.</returns>
    public async ValueTask<bool> TryPublishAsync(Package package, string actor, RequestOrigin origin, CancellationToken cancellationToken)
    {
        var entry = audit.Prepare(EventOf(await owner.GetIdAsync(cancellationToken), package, actor, origin));
        return await store.WriteAsync(
            async session =>
            {
                if (!await PackageTable.TryInsertAsync(session, package))
                    return false;
                if (!await blobs.TryKeepAsync(session, package.BlobId))
                    throw new StoreException("The module of a package vanished while it was published.");

                await audit.AppendAsync(session, entry);
                return true;
            },
            cancellationToken);
    }

    /// <summary>The versions of each package, the newest last; packages in the order of their ids.</summary>
    /// <param name="id">Only this package; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyList<IReadOnlyList<Package>>> ListAsync(string? id, CancellationToken cancellationToken) =>
    [
        .. (await store.ReadAsync(session => PackageTable.ListAsync(session, id), cancellationToken))
            .GroupBy(static package => package.Id, StringComparer.Ordinal)
            .Select(static versions => versions.OrderBy(static package => SemanticVersion.TryParse(package.Version)).ToArray()),
    ];

    private static AuditEvent EventOf(long organisationId, Package package, string actor, RequestOrigin origin) => new()
    {
        OrganisationId = organisationId,
        Platform = TokenEvents.Platform,
        EventType = "package_published",
        ActorId = actor,
        ResourceType = "package",
        ResourceId = package.Id,
        Action = "publish",
        Outcome = AuditOutcome.Success,
        IpAddress = origin.IpAddress,
        CorrelationId = origin.CorrelationId,
        Data = AuditData.Object(json =>
        {
            json.WriteString("version"u8, package.Version);
            json.WriteString("checksum"u8, package.Checksum);
        }),
    };
}
