using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>A page of the objects. Contract section 2.2.4.</summary>
public sealed record StoragePage : AerostackAnswer, IPage<StorageObject>
{
    /// <summary>The objects; <see langword="null"/> when the server sent none.</summary>
    public IReadOnlyList<StorageObject>? Objects { get; init; }

    /// <summary>Whether there are more.</summary>
    [JsonPropertyName("truncated")]
    public bool? Truncated { get; init; }

    /// <summary>What asks for the next page; <see langword="null"/> after the last.</summary>
    public string? Cursor { get; init; }

    IEnumerable<StorageObject> IPage<StorageObject>.Items => Objects ?? [];

    string? IPage<StorageObject>.Next => Truncated is true ? Cursor : null;
}
