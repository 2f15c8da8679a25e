namespace Trellis.Server.Console.Queue;

/// <summary>What came of an order, as Aerostack answers it.</summary>
/// <param name="Success">Whether it was done.</param>
/// <param name="Note">What else there is to say.</param>
internal sealed record QueueSaid(bool Success, string? Note);
