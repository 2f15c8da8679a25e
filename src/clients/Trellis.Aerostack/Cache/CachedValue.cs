using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Aerostack;

/// <summary>What the cache holds under a key. Contract section 2.1.4.</summary>
public sealed record CachedValue : AerostackAnswer
{
    /// <summary>
    /// The value, in one of three states: <see cref="JsonValueKind.Undefined"/> when the server sent none, <see cref="JsonValueKind.Null"/>
    /// when it sent <c>null</c>, and else the value.
    /// </summary>
    public JsonElement Value { get; init; }

    /// <summary>Whether there is an entry, if the server says so.</summary>
    public bool? Exists { get; init; }

    /// <summary>Whether there is an entry: what <see cref="Exists"/> says, and else whether there is a value other than <c>null</c>.</summary>
    [JsonIgnore]
    public bool IsHit => Exists ?? Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>The value as a type of the application's; the type's default on a miss.</summary>
    /// <param name="type">The type's source-generated contract.</param>
    /// <exception cref="JsonException">The value is of another shape.</exception>
    public T? Read<T>(JsonTypeInfo<T> type) =>
        IsHit && Value.ValueKind != JsonValueKind.Undefined ? Value.Deserialize(type) : default;
}
