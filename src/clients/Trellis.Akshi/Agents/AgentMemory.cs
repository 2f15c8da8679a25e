namespace Trellis.Akshi;

/// <summary>What an agent uses. Contract section 2.3.</summary>
public sealed record AgentMemory : AkshiAnswer
{
    /// <summary>Its linear memory, in bytes.</summary>
    public ulong? HeapBytes { get; init; }

    /// <summary>What is left of its fuel; <see langword="null"/> when there is no limit.</summary>
    public ulong? FuelRemaining { get; init; }
}
