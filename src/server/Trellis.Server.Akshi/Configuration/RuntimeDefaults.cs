namespace Trellis.Server.Akshi.Configuration;

/// <summary>What agents inherit that say nothing of their own.</summary>
internal sealed record RuntimeDefaults
{
    /// <summary>How long from the start of one tick to that of the next.</summary>
    public TimeSpan TickInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many agents there may be.</summary>
    public int MaxAgents { get; init; } = 64;

    /// <summary>The fuel of a tick; null for no limit.</summary>
    public long? FuelLimit { get; init; } = 1_000_000;

    /// <summary>The memory of an agent in MiB.</summary>
    public int MemoryLimitMb { get; init; } = 64;
}
