namespace Trellis.Aerostack;

/// <summary>An object that was downloaded. Contract section 2.2.4.</summary>
/// <param name="Bytes">How many bytes there were.</param>
/// <param name="ContentType">Its media type; <see langword="null"/> when the server does not say.</param>
/// <param name="ETag">What its content is told from others by; <see langword="null"/> when the server does not say.</param>
/// <param name="LastModified">When it was last changed; <see langword="null"/> when the server does not say.</param>
public sealed record StorageDownload(long Bytes, string? ContentType, string? ETag, DateTimeOffset? LastModified)
{
    internal static StorageDownload From(HttpResponseMessage response, long bytes) => new(
        bytes,
        ResponseReader.ContentHeader(response, "Content-Type"),
        ResponseReader.Header(response, "ETag"),
        response.Content.Headers.LastModified);
}
