namespace Trellis.Server.Kernel.Jobs;

/// <summary>A job to be done.</summary>
public sealed class NewJob
{
    /// <summary>Where it waits.</summary>
    public required JobQueue Queue { get; init; }

    /// <summary>What kind of job it is, by which workers choose.</summary>
    public required string Type { get; init; }

    /// <summary>What the worker is told: JSON text.</summary>
    public required string Payload { get; init; }

    /// <summary>How long it waits before any worker gets it.</summary>
    /// <value>Default zero.</value>
    public TimeSpan Delay { get; init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value)); }

    /// <summary>After how many failed attempts it is a dead letter.</summary>
    /// <value>Default 5; at least 1.</value>
    public int MaxAttempts { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = 5;

    /// <summary>How long it waits after the first failed attempt; twice as long after each further one, up to <see cref="JobBackoff.Longest"/>.</summary>
    /// <value>Default 10 seconds.</value>
    public TimeSpan RetryDelay { get; init => field = value >= TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value)); } =
        TimeSpan.FromSeconds(10);

    /// <summary>Names the kind and not the payload.</summary>
    public override string ToString() => Type;
}
