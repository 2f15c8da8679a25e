namespace Trellis.Server.Kernel.Blobs;

/// <summary>What opens a bucket.</summary>
public sealed class S3Credentials
{
    /// <summary>The id of the access key.</summary>
    public required string AccessKeyId { get; init; }

    /// <summary>The access key itself.</summary>
    public required string SecretAccessKey { get; init; }

    /// <summary>The token that belongs to a temporary key.</summary>
    /// <value>Default null: the key is not a temporary one.</value>
    public string? SessionToken { get; init; }

    /// <summary>Names the key and never shows it.</summary>
    public override string ToString() => AccessKeyId;
}
