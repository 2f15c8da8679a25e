using System.Text.Json.Serialization;

namespace Trellis.Server.Console.Storage;

/// <summary>A file, as Aerostack shows it.</summary>
internal sealed record StoredObject
{
    /// <summary>Its key.</summary>
    public string Key { get; init; } = "";

    /// <summary>Its length in bytes.</summary>
    public long Size { get; init; }

    /// <summary>What it is.</summary>
    [JsonPropertyName("contentType")]
    public string ContentType { get; init; } = "";

    /// <summary>When it was written.</summary>
    [JsonPropertyName("lastModified")]
    public DateTimeOffset LastModified { get; init; }

    /// <summary>The SHA-256 of its bytes.</summary>
    public string Etag { get; init; } = "";

    /// <summary>Its name without the folders before it.</summary>
    public string Name => Key[(Key.LastIndexOf('/') + 1)..];
}
