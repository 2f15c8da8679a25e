using System.Text.Json.Serialization;

namespace Trellis.Aerostack;

/// <summary>What a consumer may still use of an API behind the gateway. Contract sections 2.2.8 and 2.3.3.</summary>
public sealed record GatewayWallet : AerostackAnswer
{
    /// <summary>What is left.</summary>
    public double? Balance { get; init; }

    /// <summary>What was bought.</summary>
    [JsonPropertyName("total_purchased")]
    public double? TotalPurchased { get; init; }

    /// <summary>What was used.</summary>
    [JsonPropertyName("total_consumed")]
    public double? TotalConsumed { get; init; }

    /// <summary>The consumer's plan.</summary>
    [JsonPropertyName("plan_type")]
    public string? PlanType { get; init; }

    /// <summary>Where use ends; <see langword="null"/> when it does not.</summary>
    [JsonPropertyName("hard_limit")]
    public double? HardLimit { get; init; }

    /// <summary>Where the consumer is warned; <see langword="null"/> when he is not.</summary>
    [JsonPropertyName("soft_limit")]
    public double? SoftLimit { get; init; }
}
