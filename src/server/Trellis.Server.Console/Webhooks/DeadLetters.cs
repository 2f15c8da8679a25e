namespace Trellis.Server.Console.Webhooks;

/// <summary>The deliveries that were given up, as ASCEND answers them.</summary>
/// <param name="Entries">The newest first.</param>
internal sealed record DeadLetters(IReadOnlyList<DeliveryItem> Entries);
