using Trellis.Aerostack;

namespace Trellis.Cli.Aerostack.Storage;

/// <summary>A <see cref="StorageDownload"/> as it is printed.</summary>
internal sealed record PrintedDownload(string Key, string File, long Bytes, string? ContentType, string? Etag, DateTimeOffset? LastModified)
{
    public static PrintedDownload Of(string key, string file, StorageDownload download) =>
        new(key, file, download.Bytes, download.ContentType, download.ETag, download.LastModified);
}
