namespace Trellis.Aerostack;

/// <summary>What is known about an object. Contract section 2.2.4.</summary>
public sealed record StorageMetadata : AerostackAnswer
{
    /// <summary>Whether there is one; when not, nothing else is known.</summary>
    public bool? Exists { get; init; }

    /// <summary>How many bytes it has.</summary>
    public long? Size { get; init; }

    /// <summary>Its media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>What its content is told from others by.</summary>
    public string? Etag { get; init; }
}
