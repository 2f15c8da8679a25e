using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>A webhook. Contract section 2.8.</summary>
public sealed record WebhookSubscription : AscendAnswer
{
    /// <summary>The webhook's id.</summary>
    [JsonIgnore]
    public string WebhookId => NamedId ?? Id ?? "";

    /// <summary>Where deliveries go.</summary>
    public string? Url { get; init; }

    /// <summary>What is delivered. Never null.</summary>
    public IReadOnlyList<string> Events { get; init => field = value ?? []; } = [];

    /// <summary>How it stands, such as <c>active</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Whether it is delivered to; <see langword="null"/> when the server does not say.</summary>
    public bool? Active { get; init; }

    /// <summary>Since when it exists.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>With what deliveries are signed, where a server sends it back.</summary>
    public Secret? Secret { get; init; }

    [JsonInclude]
    [JsonPropertyName("webhook_id")]
    internal string? NamedId { get; init; }

    [JsonInclude]
    [JsonPropertyName("id")]
    internal string? Id { get; init; }
}
