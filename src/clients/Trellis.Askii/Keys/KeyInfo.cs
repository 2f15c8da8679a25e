using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>A key as the list shows it; the key itself is never part of it. Contract section 2.3.</summary>
public sealed record KeyInfo
{
    /// <summary>The key's name.</summary>
    [JsonPropertyName("key_name")]
    public required string KeyName { get; init; }

    /// <summary>The name that its owner gave it.</summary>
    [JsonPropertyName("key_alias")]
    public string? KeyAlias { get; init; }

    /// <summary>When it was made.</summary>
    [JsonPropertyName("created_at")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it stops working; <see langword="null"/> when it does not.</summary>
    [JsonPropertyName("expires")]
    public DateTimeOffset? Expires { get; init; }

    /// <summary>What was spent with it, in US dollars.</summary>
    [JsonPropertyName("spend")]
    public required double Spend { get; init; }

    /// <summary>Whether it is refused although it has not expired; <see langword="null"/> when the platform does not say.</summary>
    [JsonPropertyName("blocked")]
    public bool? Blocked { get; init; }

    /// <summary>The models it may use; empty means all.</summary>
    [JsonPropertyName("models")]
    public IReadOnlyList<string> Models { get; init => field = value ?? []; } = [];

    /// <summary>The model that answers when a request names none.</summary>
    [JsonPropertyName("default_model")]
    public string? DefaultModel { get; init; }

    /// <summary>Whether what is said with it is remembered.</summary>
    [JsonPropertyName("memory_enabled")]
    public bool MemoryEnabled { get; init; }

    /// <summary>What is remembered.</summary>
    [JsonPropertyName("memory_mode")]
    public MemoryMode? MemoryMode { get; init; }

    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }
}
