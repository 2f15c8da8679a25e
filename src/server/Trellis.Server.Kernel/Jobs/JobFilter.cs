namespace Trellis.Server.Kernel.Jobs;

/// <summary>Which jobs to list, newest first.</summary>
public sealed class JobFilter
{
    /// <summary>Only those of a state, one of <see cref="JobState"/>.</summary>
    /// <value>Default null: any.</value>
    public string? State { get; init; }

    /// <summary>Only those of a kind.</summary>
    /// <value>Default null: any.</value>
    public string? Type { get; init; }

    /// <summary>Only those that were made before the one with this id.</summary>
    /// <value>Default null: from the newest on.</value>
    public string? Before { get; init; }

    /// <summary>How many at most.</summary>
    public required int Limit { get; init; }
}
