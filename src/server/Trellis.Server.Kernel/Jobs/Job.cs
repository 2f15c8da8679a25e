namespace Trellis.Server.Kernel.Jobs;

/// <summary>A job as it stands.</summary>
public sealed class Job
{
    /// <summary>Its id: a UUID whose order is that of the jobs' making.</summary>
    public required string Id { get; init; }

    /// <summary>Where it waits.</summary>
    public required JobQueue Queue { get; init; }

    /// <summary>What kind of job it is.</summary>
    public required string Type { get; init; }

    /// <summary>What the worker is told: JSON text.</summary>
    public required string Payload { get; init; }

    /// <summary>What it is: one of <see cref="JobState"/>.</summary>
    public required string State { get; init; }

    /// <summary>How many attempts have begun.</summary>
    public required int Attempts { get; init; }

    /// <summary>After how many failed attempts it is a dead letter.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>How long it waits after the first failed attempt.</summary>
    public required TimeSpan RetryDelay { get; init; }

    /// <summary>When a worker may have it: its time while it is queued, the end of the lease while it is processed; else null.</summary>
    public required DateTimeOffset? DueAt { get; init; }

    /// <summary>The worker that had it last; null before the first.</summary>
    public required string? Worker { get; init; }

    /// <summary>Why the last attempt failed; null when none has.</summary>
    public required string? LastError { get; init; }

    /// <summary>When it was enqueued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was completed, failed for good or cancelled; null before that.</summary>
    public required DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Names the job and not its payload.</summary>
    public override string ToString() => $"{Type} {Id}";
}
