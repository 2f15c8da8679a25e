using System.Text.Json;
using System.Text.Json.Serialization;

namespace Trellis.Askii;

/// <summary>A new key: the only answer that holds the key itself. Contract section 2.3.</summary>
public sealed class ProvisionedKey
{
    /// <summary>The key (<c>sk-…</c>). It is shown this once; <see cref="Secret.Reveal"/> gives the text.</summary>
    [JsonPropertyName("api_key")]
    public required Secret ApiKey { get; init => field = new Secret(value.Reveal().Trim()); }

    /// <summary>The key's name, which is not secret.</summary>
    [JsonPropertyName("key_name")]
    public required string KeyName { get; init; }

    /// <summary>Whose key it is.</summary>
    [JsonPropertyName("user_id")]
    public required string UserId { get; init; }

    /// <summary>When it stops working; <see langword="null"/> when it does not.</summary>
    [JsonPropertyName("expires")]
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Fields that this version does not know, as received.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalFields { get; set; }

    /// <summary>The name, never the key.</summary>
    public override string ToString() => $"ProvisionedKey {{ KeyName = {KeyName}, ApiKey = {ApiKey} }}";
}
