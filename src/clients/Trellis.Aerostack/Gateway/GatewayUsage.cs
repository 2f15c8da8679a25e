using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>What was used of an API behind the gateway. Contract section 2.3.3.</summary>
public sealed record GatewayUsage : AerostackAnswer
{
    /// <summary>In how many days.</summary>
    public int? Days { get; init; }

    /// <summary>How many tokens.</summary>
    [JsonPropertyName("total_tokens")]
    public long? TotalTokens { get; init; }

    /// <summary>How many requests.</summary>
    [JsonPropertyName("total_requests")]
    public long? TotalRequests { get; init; }
}
