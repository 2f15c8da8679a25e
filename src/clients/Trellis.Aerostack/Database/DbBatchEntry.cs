using System.Text.Json;

namespace Trellis.Aerostack;

/// <summary>What one statement of a batch came to. Contract section 2.2.1.</summary>
public sealed record DbBatchEntry : AerostackAnswer
{
    /// <summary>The rows, each an object with the columns' names.</summary>
    public IReadOnlyList<JsonElement>? Results { get; init; }

    /// <summary>Whether it was carried out.</summary>
    public bool? Success { get; init; }

    /// <summary>Why it was not.</summary>
    public string? Error { get; init; }
}
