using System.Text.Json.Serialization;
using Trellis.Askii;

namespace Trellis.Cli.Askii.Keys;

/// <summary>A new key in clear, for the one time that it is shown.</summary>
internal sealed class RevealedKey(ProvisionedKey key)
{
    [JsonPropertyName("api_key")]
    public string ApiKey { get; } = key.ApiKey.Reveal();

    [JsonPropertyName("key_name")]
    public string KeyName { get; } = key.KeyName;

    [JsonPropertyName("user_id")]
    public string UserId { get; } = key.UserId;

    [JsonPropertyName("expires")]
    public DateTimeOffset? Expires { get; } = key.Expires;

    /// <summary>The name, never the key.</summary>
    public override string ToString() => $"RevealedKey {{ KeyName = {KeyName} }}";
}
