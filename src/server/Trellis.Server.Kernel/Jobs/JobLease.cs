namespace Trellis.Server.Kernel.Jobs;

/// <summary>One worker's hold on one job. It ends when the job is given to another.</summary>
/// <param name="Queue">Where the job is from.</param>
/// <param name="JobId">The job.</param>
/// <param name="Token">What tells this hold from those before and after it.</param>
public sealed record JobLease(JobQueue Queue, string JobId, string Token);
