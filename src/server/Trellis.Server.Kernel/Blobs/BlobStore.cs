using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Blobs;

/// <inheritdoc cref="IBlobStore"/>
internal sealed class BlobStore(IStore store, IBlobVolume volume, RandomNumberGenerator random, TimeProvider time, ILogger<BlobStore> logger)
    : IBlobStore
{
    /// <summary>How long content may take to arrive and to be kept.</summary>
    public static readonly TimeSpan LongestWrite = TimeSpan.FromHours(24);

    /// <summary>How long content stays after its last reference.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public async Task<Blob> WriteAsync(Stream content, long limit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentOutOfRangeException.ThrowIfNegative(limit);

        // The store knows of the content before there is any, so that whatever a crash leaves behind is found.
        var id = BlobId.New(random);
        await store.WriteAsync(session => BlobTable.InsertAsync(session, id, time.GetUtcNow() + LongestWrite), cancellationToken);
        try
        {
            using var measured = new MeasuredStream(content, limit);
            await volume.WriteAsync(id, measured, cancellationToken);
            return new Blob(id, measured.Measured, measured.TakeSha256());
        }
        catch
        {
            await TryAbandonAsync(id);
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task AbandonAsync(string id, CancellationToken cancellationToken) =>
        await store.WriteAsync(session => BlobTable.AbandonAsync(session, id, time.GetUtcNow()), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryKeepAsync(ISqlSession session, string id) => BlobTable.KeepAsync(session, id);

    /// <inheritdoc/>
    public async ValueTask ReleaseAsync(ISqlSession session, string id) => await BlobTable.ReleaseAsync(session, id, time.GetUtcNow() + Grace);

    /// <inheritdoc/>
    public Task<Stream?> OpenReadAsync(string id, long offset, long? length, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        if (length is { } bytes)
            ArgumentOutOfRangeException.ThrowIfLessThan(bytes, 1);
        return volume.OpenReadAsync(id, offset, length, cancellationToken);
    }

    private async Task TryAbandonAsync(string id)
    {
        try
        {
            await AbandonAsync(id, CancellationToken.None);
        }
        catch (StoreException exception)
        {
            // Why the write failed matters more to the caller; the content is removed a day later.
            BlobLog.StoreFailed(logger, exception);
        }
    }
}
