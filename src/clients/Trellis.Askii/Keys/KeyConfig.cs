using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>How a key is configured. Contract section 2.3.</summary>
public sealed record KeyConfig
{
    /// <summary>The key's name.</summary>
    [JsonPropertyName("key_name")]
    public required string KeyName { get; init; }

    /// <summary>The name that its owner gave it.</summary>
    [JsonPropertyName("key_alias")]
    public string? KeyAlias { get; init; }

    /// <summary>The models it may use; empty means all.</summary>
    [JsonPropertyName("models")]
    public IReadOnlyList<string> Models { get; init => field = value ?? []; } = [];

    /// <summary>The model that answers when a request names none.</summary>
    [JsonPropertyName("default_model")]
    public string? DefaultModel { get; init; }

    /// <summary>Whether what is said with it is remembered.</summary>
    [JsonPropertyName("memory_enabled")]
    public required bool MemoryEnabled { get; init; }

    /// <summary>What is remembered.</summary>
    [JsonPropertyName("memory_mode")]
    public MemoryMode? MemoryMode { get; init; }

    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
