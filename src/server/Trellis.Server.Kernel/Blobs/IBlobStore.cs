using Trellis.Server.Kernel.Storage;

namespace Trellis.Server.Kernel.Blobs;

/// <summary>
/// Keeps content that is too large for the store, in files or in any service that speaks the S3 API. Content is written first, under a
/// name of the server's own making, and kept once a transaction refers to it; what nothing refers to, because a write was cut off or the
/// last reference is gone, is removed by itself. Safe for concurrent use.
/// </summary>
public interface IBlobStore
{
    /// <summary>Writes content as it arrives, and returns when it is durable. Nobody finds it before <see cref="TryKeepAsync"/>.</summary>
    /// <param name="content">The content, read once and not disposed. It must arrive within a day.</param>
    /// <param name="limit">The largest length in bytes.</param>
    /// <param name="cancellationToken">Gives up; what was written is removed.</param>
    /// <exception cref="BlobTooLargeException">The content is longer than <paramref name="limit"/>; what was written is removed.</exception>
    /// <exception cref="IOException">The content cannot be read, or the files or the service failed.</exception>
    /// <exception cref="StoreException">The store failed.</exception>
    Task<Blob> WriteAsync(Stream content, long limit, CancellationToken cancellationToken);

    /// <summary>Gives up content that was written and will not be kept, so that it does not wait for its day to be over.</summary>
    /// <exception cref="StoreException">The store failed.</exception>
    Task AbandonAsync(string id, CancellationToken cancellationToken);

    /// <summary>Counts one more reference to content, in the transaction that begins to refer to it.</summary>
    /// <returns>False when the content is gone or about to go.</returns>
    ValueTask<bool> TryKeepAsync(ISqlSession session, string id);

    /// <summary>
    /// Counts one reference less, in the transaction that ceases to refer to the content. After the last it is removed a minute later, so
    /// that whoever has just found it can still open it.
    /// </summary>
    ValueTask ReleaseAsync(ISqlSession session, string id);

    /// <summary>Opens content, or a part of it, for reading forwards.</summary>
    /// <param name="id">The content.</param>
    /// <param name="offset">The first byte.</param>
    /// <param name="length">How many bytes, at least one; null for all from <paramref name="offset"/> on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The stream, to be disposed by the caller; null when the content is gone.</returns>
    /// <exception cref="IOException">The files or the service failed.</exception>
    Task<Stream?> OpenReadAsync(string id, long offset, long? length, CancellationToken cancellationToken);
}
