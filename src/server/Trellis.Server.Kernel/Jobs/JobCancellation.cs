namespace Trellis.Server.Kernel.Jobs;

/// <summary>What came of a wish to cancel a job.</summary>
public enum JobCancellation
{
    /// <summary>There is no such job.</summary>
    NotFound,

    /// <summary>No worker will get it.</summary>
    Cancelled,

    /// <summary>No further worker will get it; the one that has it goes on.</summary>
    CancelledWhileProcessing,

    /// <summary>It was cancelled before.</summary>
    AlreadyCancelled,

    /// <summary>It is completed, or failed for good, and stays so.</summary>
    Finished,
}
