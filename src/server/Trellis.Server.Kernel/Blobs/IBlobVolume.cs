namespace Trellis.Server.Kernel.Blobs;

/// <summary>Where the bytes of blobs lie. Safe for concurrent use.</summary>
internal interface IBlobVolume
{
    /// <summary>Writes content under a name that has never been used, and returns when it is durable. What is cut off leaves nothing to be found.</summary>
    Task WriteAsync(string id, Stream content, CancellationToken cancellationToken);

    /// <summary>Opens content from a byte on; null when it is not there.</summary>
    Task<Stream?> OpenReadAsync(string id, long offset, long? length, CancellationToken cancellationToken);

    /// <summary>Removes content, or what a write that was cut off has left of it. Removing what is not there is no failure.</summary>
    Task RemoveAsync(string id, CancellationToken cancellationToken);
}
