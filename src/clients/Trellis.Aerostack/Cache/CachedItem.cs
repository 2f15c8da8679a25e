using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>One of several cache entries that were asked for. Contract section 2.2.2.</summary>
public sealed record CachedItem : AerostackAnswer
{
    /// <summary>The key.</summary>
    public string? Key { get; init; }

    /// <summary>The value, in the three states of <see cref="CachedValue.Value"/>.</summary>
    public JsonElement Value { get; init; }

    /// <summary>Whether there is an entry, if the server says so.</summary>
    public bool? Exists { get; init; }

    /// <inheritdoc cref="CachedValue.IsHit"/>
    [JsonIgnore]
    public bool IsHit => Exists ?? Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);
}
