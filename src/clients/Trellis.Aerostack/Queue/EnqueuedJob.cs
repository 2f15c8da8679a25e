namespace Trellis.Aerostack;

/// <summary>A job that was put into the queue. Contract section 2.1.7.</summary>
public sealed record EnqueuedJob : AerostackAnswer
{
    /// <summary>By which it is found again.</summary>
    public string? JobId { get; init; }

    /// <summary>Whether it is in the queue.</summary>
    public bool? Success { get; init; }
}
