using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Trellis.Aerostack;

/// <summary>What a statement came to. Contract section 2.1.6.</summary>
public sealed record DbQueryResult : AerostackAnswer
{
    /// <summary>The rows, each an object with the columns' names; <see langword="null"/> when the server sent none.</summary>
    public IReadOnlyList<JsonElement>? Results { get; init; }

    /// <summary>How many there are; <see langword="null"/> when the server does not say.</summary>
    public long? Count { get; init; }

    /// <summary>The rows as a type of the application's; empty when there are none.</summary>
    /// <param name="type">The type's source-generated contract.</param>
    /// <exception cref="JsonException">A row is of another shape.</exception>
    public IReadOnlyList<T> Read<T>(JsonTypeInfo<T> type) => [.. (Results ?? []).Select(row => row.Deserialize(type)!)];
}
