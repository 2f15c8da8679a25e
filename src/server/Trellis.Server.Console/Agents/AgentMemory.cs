namespace Trellis.Server.Console.Agents;

/// <summary>What an agent of Akshi uses.</summary>
/// <param name="HeapBytes">Memory, in bytes.</param>
/// <param name="FuelRemaining">How much it may still do; null for no limit.</param>
internal sealed record AgentMemory(long HeapBytes, long? FuelRemaining);
