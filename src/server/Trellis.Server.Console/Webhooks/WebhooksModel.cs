namespace Trellis.Server.Console.Webhooks;

/// <summary>What the page of all webhooks shows.</summary>
/// <param name="Webhooks">The webhooks.</param>
/// <param name="Events">What they can be told of.</param>
/// <param name="Figures">What became of the deliveries.</param>
/// <param name="Dead">Those that were given up.</param>
/// <param name="Draft">What the form holds.</param>
/// <param name="Refusal">Why the form was refused; null when it was not.</param>
internal sealed record WebhooksModel(
    IReadOnlyList<WebhookItem> Webhooks,
    IReadOnlyList<WebhookEvents.Known> Events,
    WebhookFigures Figures,
    IReadOnlyList<DeliveryItem> Dead,
    WebhookDraft Draft,
    string? Refusal)
{
    /// <summary>What people call a webhook.</summary>
    public string TitleOf(string id) => Webhooks.FirstOrDefault(webhook => webhook.Id == id)?.Title ?? id;
}
