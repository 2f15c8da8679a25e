namespace Trellis.Server.Kernel.Jobs;

/// <summary>What came of a worker's word on a job.</summary>
public enum JobSettlement
{
    /// <summary>The job was given to another worker, is finished, or was never there: the word counts for nothing.</summary>
    LeaseLost,

    /// <summary>The word counts.</summary>
    Settled,

    /// <summary>The job was cancelled while the worker had it, and stays so.</summary>
    Cancelled,
}
