namespace Trellis.Server.Kernel.Blobs;

/// <summary>Content is longer than its writer allows.</summary>
public sealed class BlobTooLargeException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="limit">The largest length in bytes.</param>
    public BlobTooLargeException(long limit)
        : base($"The content is longer than the limit of {limit} bytes.") => Limit = limit;

    /// <summary>The largest length in bytes.</summary>
    public long Limit { get; }
}
