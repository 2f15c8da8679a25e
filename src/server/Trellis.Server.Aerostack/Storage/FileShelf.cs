using Trellis.Server.Aerostack.Errors;
using Trellis.Server.Kernel.Blobs;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Aerostack.Storage;

/// <summary>
/// The files of projects: each change is one transaction, in which the table, the references to the bytes and the room that is taken change
/// together. Safe for concurrent use.
/// </summary>
internal sealed class FileShelf(IStore store, IBlobStore blobs, StorageOptions options)
{
    /// <summary>Puts bytes that were written under a key.</summary>
    /// <returns>The refusal; null when it is done.</returns>
    public ValueTask<AerostackError?> PutAsync(string projectId, StoredFile file, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async session =>
            {
                var used = await ObjectTable.LockUsageAsync(session, projectId);
                return await PutAsync(session, projectId, file, used);
            },
            cancellationToken);

    /// <summary>Copies a file, or moves it: in one step, and without copying its bytes.</summary>
    /// <returns>The refusal; null when it is done.</returns>
    public ValueTask<AerostackError?> CopyAsync(
        string projectId, string source, string destination, bool isMove, DateTimeOffset at, CancellationToken cancellationToken) =>
        store.WriteAsync(session => CopyAsync(session, projectId, source, destination, isMove, at), cancellationToken);

    /// <summary>Removes a file; nothing happens when there is none.</summary>
    public ValueTask RemoveAsync(string projectId, string key, CancellationToken cancellationToken) =>
        store.WriteAsync(
            async session =>
            {
                var used = await ObjectTable.LockUsageAsync(session, projectId);
                await RemoveAsync(session, projectId, key, used);
            },
            cancellationToken);

    /// <summary>Finds a file; null when there is none.</summary>
    public ValueTask<StoredFile?> FindAsync(string projectId, string key, CancellationToken cancellationToken) =>
        store.ReadAsync(session => ObjectTable.FindAsync(session, projectId, key), cancellationToken);

    private async ValueTask<AerostackError?> CopyAsync(
        ISqlSession session, string projectId, string source, string destination, bool isMove, DateTimeOffset at)
    {
        var used = await ObjectTable.LockUsageAsync(session, projectId);
        if (await ObjectTable.FindAsync(session, projectId, source) is not { } file)
            return AerostackErrors.NotFound("The file");
        if (source == destination)
            return null;

        // A move takes no more room, whatever the order in which it is done.
        if (isMove)
            used = await RemoveAsync(session, projectId, source, used);
        return await PutAsync(session, projectId, file with { Key = destination, ModifiedAt = at }, used);
    }

    private async ValueTask<AerostackError?> PutAsync(ISqlSession session, string projectId, StoredFile file, long used)
    {
        var old = await ObjectTable.FindAsync(session, projectId, file.Key);
        var total = used - (old?.Size ?? 0) + file.Size;
        if (total > options.MaxProjectBytes && total > used)
            return StorageErrors.QuotaExceeded(options.MaxProjectBytes);

        // Nothing keeps bytes from being removed that took a day to arrive.
        if (!await blobs.TryKeepAsync(session, file.BlobId))
            return AerostackErrors.BadRequest("The file took too long to arrive.");

        if (old is not null)
            await blobs.ReleaseAsync(session, old.BlobId);
        await ObjectTable.PutAsync(session, projectId, file);
        await ObjectTable.SetUsageAsync(session, projectId, total);
        return null;
    }

    private async ValueTask<long> RemoveAsync(ISqlSession session, string projectId, string key, long used)
    {
        if (await ObjectTable.FindAsync(session, projectId, key) is not { } file)
            return used;

        await blobs.ReleaseAsync(session, file.BlobId);
        await ObjectTable.RemoveAsync(session, projectId, key);
        await ObjectTable.SetUsageAsync(session, projectId, used - file.Size);
        return used - file.Size;
    }
}
