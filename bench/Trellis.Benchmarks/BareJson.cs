using System.Text.Json;
using System.Text.Json.Nodes;
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

/// <summary>What an agent wants to do.</summary>
public sealed record BareAction(
    [property: JsonPropertyName("agent_id")] string AgentId,
    [property: JsonPropertyName("agent_name")] string AgentName,
    [property: JsonPropertyName("action_type")] string ActionType,
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("action_details")] JsonObject Parameters);

/// <summary>What a careful user would read of a decision.</summary>
public sealed record BareDecision(
    [property: JsonPropertyName("action_id")] long ActionId,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("execution_allowed")] bool ExecutionAllowed,
    [property: JsonPropertyName("reason")] string? Reason,
    [property: JsonPropertyName("risk_score")] int RiskScore,
    [property: JsonPropertyName("risk_level")] string? RiskLevel,
    [property: JsonPropertyName("policy_violations")] IReadOnlyList<string> PolicyViolations,
    [property: JsonPropertyName("conditions")] IReadOnlyList<string> Conditions,
    [property: JsonPropertyName("approval_request_id")] string? ApprovalRequestId,
    [property: JsonPropertyName("required_approvers")] IReadOnlyList<string> RequiredApprovers,
    [property: JsonPropertyName("expires_at")] DateTimeOffset? ExpiresAt,
    [property: JsonPropertyName("metadata")] JsonObject Metadata,
    [property: JsonPropertyName("correlation_id")] string? CorrelationId,
    [property: JsonPropertyName("cvss_score")] double? CvssScore,
    [property: JsonPropertyName("cvss_vector")] string? CvssVector,
    [property: JsonPropertyName("nist_control")] string? NistControl,
    [property: JsonPropertyName("mitre_tactic")] string? MitreTactic,
    [property: JsonPropertyName("mitre_technique")] string? MitreTechnique,
    [property: JsonPropertyName("matched_policies")] int MatchedPolicies,
    [property: JsonPropertyName("thresholds")] JsonElement Thresholds);

/// <summary>A statement.</summary>
public sealed record BareQuery([property: JsonPropertyName("sql")] string Sql, [property: JsonPropertyName("params")] JsonNode?[] Params);

/// <summary>Its rows.</summary>
public sealed record BareRows([property: JsonPropertyName("results")] IReadOnlyList<JsonElement> Results, [property: JsonPropertyName("count")] long Count);

/// <summary>A key of the cache.</summary>
public sealed record BareCacheKey([property: JsonPropertyName("key")] string Key);

/// <summary>What is under it.</summary>
public sealed record BareCached([property: JsonPropertyName("value")] JsonElement Value, [property: JsonPropertyName("exists")] bool? Exists);

[JsonSerializable(typeof(BareQuery))]
[JsonSerializable(typeof(BareRows))]
[JsonSerializable(typeof(BareCacheKey))]
[JsonSerializable(typeof(BareCached))]
[JsonSerializable(typeof(BareAction))]
[JsonSerializable(typeof(BareDecision))]
[JsonSerializable(typeof(BareRequest))]
[JsonSerializable(typeof(BareKeyList))]
internal sealed partial class BareJson : JsonSerializerContext;
