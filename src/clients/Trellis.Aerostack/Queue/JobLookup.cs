namespace Trellis.Aerostack;

/// <summary>A job that was asked for. Contract section 2.2.3.</summary>
public sealed record JobLookup : AerostackAnswer
{
    /// <summary>The job; <see langword="null"/> when there is none.</summary>
    public JobRecord? Job { get; init; }

    /// <summary>Whether there is one.</summary>
    public bool? Exists { get; init; }
}
