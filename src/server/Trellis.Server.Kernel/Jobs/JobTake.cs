namespace Trellis.Server.Kernel.Jobs;

/// <summary>What a worker asks for.</summary>
public sealed class JobTake
{
    /// <summary>So many kinds at most can be named.</summary>
    public const int MostTypes = 8;

    /// <summary>From where.</summary>
    public required JobQueue Queue { get; init; }

    /// <summary>The kinds of jobs that the worker does.</summary>
    /// <value>Default none: all kinds. Up to <see cref="MostTypes"/>.</value>
    public IReadOnlyList<string> Types { get; init => field = value.Count <= MostTypes ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = [];

    /// <summary>How many jobs at most.</summary>
    /// <value>Default 1.</value>
    public int Count { get; init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value)); } = 1;

    /// <summary>How long the worker may keep quiet before the jobs are given to another.</summary>
    /// <value>Default one minute.</value>
    public TimeSpan LeaseLength { get; init => field = value > TimeSpan.Zero ? value : throw new ArgumentOutOfRangeException(nameof(value)); } =
        TimeSpan.FromMinutes(1);

    /// <summary>Who asks, for people who look.</summary>
    public required string Worker { get; init; }
}
