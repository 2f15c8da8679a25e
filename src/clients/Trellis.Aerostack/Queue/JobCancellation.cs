namespace Trellis.Aerostack;

/// <summary>What became of a job that was to be cancelled. Contract section 2.2.3.</summary>
public sealed record JobCancellation : AerostackAnswer
{
    /// <summary>Whether it is marked so; a worker that has it goes on.</summary>
    public bool? Success { get; init; }

    /// <summary>Why it is not.</summary>
    public string? Note { get; init; }
}
