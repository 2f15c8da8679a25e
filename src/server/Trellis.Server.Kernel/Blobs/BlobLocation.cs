namespace Trellis.Server.Kernel.Blobs;

/// <summary>Where blobs lie, as one text names it: the path of a folder, or <c>s3://BUCKET/PREFIX?endpoint=URL&amp;region=NAME</c>.</summary>
public sealed class BlobLocation
{
    private const string S3Scheme = "s3://";

    private BlobLocation(string? folder, S3Location? s3)
    {
        Folder = folder;
        S3 = s3;
    }

    /// <summary>Whether a service is named, which needs <see cref="S3Credentials"/>.</summary>
    public bool IsService => S3 is not null;

    /// <summary>The full path of a folder; null for a service.</summary>
    internal string? Folder { get; }

    internal S3Location? S3 { get; }

    /// <summary>Reads a location.</summary>
    /// <exception cref="ArgumentException">It begins with <c>s3://</c> and is not complete.</exception>
    public static BlobLocation Parse(string location)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(location);
        return location.StartsWith(S3Scheme, StringComparison.OrdinalIgnoreCase)
            ? new BlobLocation(null, S3Location.Parse(location))
            : new BlobLocation(Path.GetFullPath(location), null);
    }

    /// <summary>The folder, or the bucket and its prefix.</summary>
    public override string ToString() => Folder ?? S3!.ToString();
}
