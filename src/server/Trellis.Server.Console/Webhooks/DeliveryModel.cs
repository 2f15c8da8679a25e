namespace Trellis.Server.Console.Webhooks;

/// <summary>What the page of one delivery shows.</summary>
/// <param name="Delivery">The delivery, with its attempts.</param>
internal sealed record DeliveryModel(DeliveryItem Delivery);
