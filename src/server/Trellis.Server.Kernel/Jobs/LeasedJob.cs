namespace Trellis.Server.Kernel.Jobs;

/// <summary>A job that a worker has.</summary>
/// <param name="Job">The job.</param>
/// <param name="Lease">By what the worker says how it ended.</param>
/// <param name="Until">When the job is given to another worker if nothing was said.</param>
public sealed record LeasedJob(Job Job, JobLease Lease, DateTimeOffset Until);
