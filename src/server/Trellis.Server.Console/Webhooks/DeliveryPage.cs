namespace Trellis.Server.Console.Webhooks;

/// <summary>A part of the deliveries of one webhook, as ASCEND answers it.</summary>
/// <param name="Deliveries">The newest first.</param>
internal sealed record DeliveryPage(IReadOnlyList<DeliveryItem> Deliveries);
