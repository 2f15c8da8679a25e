namespace Trellis.Server.Kernel.Jobs;

/// <summary>What a job is, as the store has it.</summary>
public static class JobState
{
    /// <summary>It waits for its time or for a worker.</summary>
    public const string Queued = "queued";

    /// <summary>A worker has it. When its lease ends without a word, it waits again.</summary>
    public const string Processing = "processing";

    /// <summary>A worker said that it is done.</summary>
    public const string Completed = "completed";

    /// <summary>A dead letter: every attempt failed.</summary>
    public const string Failed = "failed";

    /// <summary>Somebody does not want it any more.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Queued, Processing, Completed, Failed, Cancelled];
}
