namespace Trellis.Aerostack;

/// <summary>An object. Contract section 2.2.4.</summary>
public sealed record StorageObject : AerostackAnswer
{
    /// <summary>Its key.</summary>
    public string? Key { get; init; }

    /// <summary>How many bytes it has.</summary>
    public long? Size { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>Its media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>What its content is told from others by.</summary>
    public string? Etag { get; init; }
}
