using System.Text.Json.Serialization;

namespace Trellis.Ascend;

/// <summary>The webhooks. Contract section 2.8.</summary>
public sealed record WebhookList : AscendAnswer, IListAnswer
{
    /// <summary>The webhooks. Never null.</summary>
    [JsonIgnore]
    public IReadOnlyList<WebhookSubscription> Webhooks => Named ?? Items ?? [];

    /// <summary>How many there are in all; <see langword="null"/> when the server does not say.</summary>
    public int? Total { get; init; }

    [JsonInclude]
    [JsonPropertyName("webhooks")]
    internal IReadOnlyList<WebhookSubscription>? Named { get; init; }

    [JsonInclude]
    [JsonPropertyName("items")]
    internal IReadOnlyList<WebhookSubscription>? Items { get; init; }
}
