namespace Trellis.Aerostack;

/// <summary>Which jobs are wanted. Contract section 2.2.3.</summary>
/// <param name="Status">What has become of them; <see langword="null"/> for anything.</param>
/// <param name="Type">What kind they are; <see langword="null"/> for any.</param>
public sealed record JobFilter(JobStatus? Status = null, string? Type = null);
