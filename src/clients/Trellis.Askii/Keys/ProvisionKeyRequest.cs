using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>What a new key should be. Contract section 2.2.</summary>
public sealed class ProvisionKeyRequest
{
    /// <summary>The longest life of a key, in days.</summary>
    public const int MaxDurationDays = 365;

    /// <summary>A name of the caller's own choice, by which the key can be addressed later.</summary>
    /// <value><see langword="null"/>: none.</value>
    [JsonPropertyName("key_alias")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? KeyAlias { get; init; }

    /// <summary>How many days the key works, from 1 to 365.</summary>
    /// <value>90.</value>
    [JsonPropertyName("duration_days")]
    public int DurationDays { get; init; } = 90;

    /// <summary>Whether what is said with the key is remembered.</summary>
    /// <value><see langword="false"/>.</value>
    [JsonPropertyName("memory_enabled")]
    public bool MemoryEnabled { get; init; }

    /// <summary>What is remembered.</summary>
    /// <value><see langword="null"/>: the platform decides.</value>
    [JsonPropertyName("memory_mode")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MemoryMode? MemoryMode { get; init; }

    /// <summary>The models the key may use. An empty list is sent as such and means all models.</summary>
    /// <value><see langword="null"/>: all models.</value>
    [JsonPropertyName("models")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Models { get; init; }

    /// <summary>The model that answers when a request names none.</summary>
    /// <value><see langword="null"/>: the platform decides.</value>
    [JsonPropertyName("default_model")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DefaultModel { get; init; }

    /// <summary>
    /// How much the key may spend in all, in US dollars. An extension of the Trellis server; other servers do not know the field.
    /// </summary>
    /// <value><see langword="null"/>: no limit, and nothing is sent.</value>
    [JsonPropertyName("max_budget")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? MaxBudget { get; init; }
}
