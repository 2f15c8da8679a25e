namespace Trellis.Server.Console.Webhooks;

/// <summary>What the page of one webhook shows.</summary>
/// <param name="Webhook">The webhook.</param>
/// <param name="State">The state that is shown; empty for all.</param>
/// <param name="Deliveries">Its deliveries.</param>
/// <param name="Offset">How many are left out.</param>
/// <param name="PageSize">How many are shown at most.</param>
/// <param name="HasMore">Whether there are older ones.</param>
internal sealed record WebhookModel(
    WebhookItem Webhook, string State, IReadOnlyList<DeliveryItem> Deliveries, int Offset, int PageSize, bool HasMore)
{
    /// <summary>The states, as ASCEND names them; the first is all.</summary>
    public static IReadOnlyList<string> States { get; } = ["", "pending", "delivered", "dead_letter", "resolved"];
}
