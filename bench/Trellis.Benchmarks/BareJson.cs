using System.Text.Json.Serialization;

namespace Trellis.Benchmarks;

/// <summary>What a careful user without an SDK would write by hand.</summary>
public sealed record BareRequest([property: JsonPropertyName("mpass_token")] string Token);

/// <summary>A list of keys.</summary>
public sealed record BareKeyList(
    [property: JsonPropertyName("user_id")] string UserId, [property: JsonPropertyName("keys")] IReadOnlyList<BareKey> Keys);

/// <summary>One key.</summary>
public sealed record BareKey(
    [property: JsonPropertyName("key_name")] string KeyName,
    [property: JsonPropertyName("key_alias")] string? KeyAlias,
    [property: JsonPropertyName("created_at")] DateTimeOffset? CreatedAt,
    [property: JsonPropertyName("expires")] DateTimeOffset? Expires,
    [property: JsonPropertyName("spend")] double Spend,
    [property: JsonPropertyName("blocked")] bool? Blocked,
    [property: JsonPropertyName("models")] IReadOnlyList<string> Models,
    [property: JsonPropertyName("default_model")] string? DefaultModel,
    [property: JsonPropertyName("memory_enabled")] bool MemoryEnabled,
    [property: JsonPropertyName("memory_mode")] string? MemoryMode);

[JsonSerializable(typeof(BareRequest))]
[JsonSerializable(typeof(BareKeyList))]
internal sealed partial class BareJson : JsonSerializerContext;
